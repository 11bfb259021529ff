#!/bin/sh
# Makes the client keys of this directory anew, with the openssl command (3.x): see README.md.
set -eu
cd "$(dirname "$0")"
password=${1:-client-key-test}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out rsa-2048.pkcs8.pem 2>"$work/progress"
openssl pkey -in rsa-2048.pkcs8.pem -traditional -out rsa-2048.pkcs1.pem
openssl req -x509 -new -key rsa-2048.pkcs8.pem -subj '/CN=KAAP.test' -days 25567 -out "$work/rsa.crt"
openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$work/ec.pem"
openssl req -x509 -new -key "$work/ec.pem" -subj '/CN=KAAP.test' -days 25567 -out "$work/ec.crt"

client_key() { # file, key, certificate, options of openssl pkcs12
  file=$1 key=$2 certificate=$3
  shift 3
  openssl pkcs12 -export -inkey "$key" -in "$certificate" -passout "pass:$password" "$@" -out "$work/key.p12"
  printf '{"KeyId":"KAAP.test-%s","PrivateKeyData":"%s"}\n' "${file%.json}" "$(base64 -w 0 "$work/key.p12")" >"$file"
}

client_key pbes2-aes-256.json rsa-2048.pkcs8.pem "$work/rsa.crt"
client_key pbe-3des.json rsa-2048.pkcs8.pem "$work/rsa.crt" \
  -legacy -certpbe PBE-SHA1-3DES -keypbe PBE-SHA1-3DES -macalg sha1
client_key pbe-rc2-40.json rsa-2048.pkcs8.pem "$work/rsa.crt" -legacy
client_key no-rsa-key.json "$work/ec.pem" "$work/ec.crt"
