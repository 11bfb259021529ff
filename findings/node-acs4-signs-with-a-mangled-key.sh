#!/usr/bin/env bash
# The official signature package for Node.js cannot make ACS4 signatures: HmacSHA256SignByBytes and HmacSM3SignByBytes of
# @alicloud/darabonba-signature-util 0.0.4 (the newest) turn the key, which is bytes, into UTF-8 text before they use it.
# Bytes that are no UTF-8 become U+FFFD, so of the four keys that signatureVersion v4 derives one from another, all but
# the first are wrong, and so is nearly every signature of @alicloud/gateway-pop 0.0.6. The same call of the package for Python
# keeps the bytes (RFC 2104). Fails when that is no longer so.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm init --yes > /dev/null
npm install --silent --no-audit --no-fund @alicloud/darabonba-signature-util@0.0.4 > /dev/null
python3 -m venv venv
venv/bin/pip install --quiet alibabacloud_darabonba_signature_util==0.0.4

cat > sign.cjs << 'PROGRAM'
const { default: Signer } = require('@alicloud/darabonba-signature-util');
const { createHmac } = require('node:crypto');
const text = 'aliyun_v4_request';
for (const [name, key] of [['ASCII key', Buffer.alloc(20, 0x0b)], ['binary key', Buffer.alloc(20, 0xaa)]]) {
  const made = Signer.HmacSHA256SignByBytes(text, key).toString('hex');
  console.log(`${name}: ${made} ${made === createHmac('sha256', key).update(text).digest('hex') ? 'right' : 'wrong'}`);
}
PROGRAM
cat > sign.py << 'PROGRAM'
import hashlib
import hmac
from alibabacloud_darabonba_signature_util.signer import Signer
text = "aliyun_v4_request"
for name, key in (("ASCII key", b"\x0b" * 20), ("binary key", b"\xaa" * 20)):
    made = Signer.hmac_sha256sign_by_bytes(text, key).hex()
    print(f"{name}: {made} {'right' if made == hmac.new(key, text.encode(), hashlib.sha256).hexdigest() else 'wrong'}")
PROGRAM

echo "@alicloud/darabonba-signature-util $(node -p "require('@alicloud/darabonba-signature-util/package.json').version"), HmacSHA256SignByBytes"
node sign.cjs | tee node.txt
echo "alibabacloud_darabonba_signature_util 0.0.4 (Python), hmac_sha256sign_by_bytes"
venv/bin/python sign.py | tee python.txt

grep -q '^ASCII key: .* right$' node.txt
grep -q '^binary key: .* wrong$' node.txt
test "$(grep -c 'right$' python.txt)" = 2
echo "seen: Node.js signs with another key than the one it was given, Python does not"
