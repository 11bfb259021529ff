"""Makes instance-messages.json, instance-signature.json, acs3.json, rpc.json and ciphertext.json with other people's code.

    python3 -m venv .venv && .venv/bin/pip install -r requirements.txt
    .venv/bin/python make.py
"""

import base64
import hashlib
import json
import pathlib

from alibabacloud_darabonba_signature_util.signer import Signer
from alibabacloud_openapi_util.client import Client as OpenApiUtil
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from openapi_util.client import Client as InstanceUtil
from openapi_util.protobuf import api_pb2
from Tea.request import TeaRequest

HERE = pathlib.Path(__file__).parent
MADE_WITH_OPENAPI = "computed with the Python package alibabacloud_openapi_util 0.2.4"
MADE_WITH_INSTANCE = "computed with the Python package alibabacloud_dkms_gcs 1.0.2 (protobuf 3.19.6)"


def write(name, vectors):
    (HERE / name).write_text(json.dumps(vectors, indent=2, ensure_ascii=False) + "\n")


def sample(field, seed):
    """A value for a field; bytes as {"hex": ...}."""
    kind = field.type
    if kind == field.TYPE_BYTES:
        return bytes((seed * 37 + i * 11) % 256 for i in range(seed * 13 % 200 + 1))
    if kind == field.TYPE_INT32:
        return [32, 1024, 404][seed % 3]
    if kind == field.TYPE_BOOL:
        return True
    if field.label == field.LABEL_REPEATED:
        return ["ACSCurrent", "", "阶段"]
    return f"{field.name} {'é漢😀' * (seed % 3)}{'x' * (seed * 29 % 150)}"


def instance_messages():
    vectors = []
    for index, name in enumerate(sorted(api_pb2.DESCRIPTOR.message_types_by_name)):
        message = getattr(api_pb2, name)()
        value = {}
        for field in message.DESCRIPTOR.fields:
            item = sample(field, index + field.number)
            if isinstance(item, list):
                getattr(message, field.name).extend(item)
            else:
                setattr(message, field.name, item)
            value[field.name] = {"hex": item.hex()} if isinstance(item, bytes) else item
        vectors.append({"message": name, "value": value, "hex": message.SerializeToString().hex()})
    negative = api_pb2.Error(StatusCode=-1, ErrorCode="x")
    vectors.append({"message": "Error", "value": {"StatusCode": -1, "ErrorCode": "x"}, "hex": negative.SerializeToString().hex()})
    write("instance-messages.json", {"origin": MADE_WITH_INSTANCE, "vectors": vectors})


def instance_signature():
    pem = (HERE / "../client-key/rsa-2048.pkcs8.pem").read_text()
    vectors = []
    for title, extra in (
        ("a call", {}),
        ("a header of the operation is signed too, and trimmed", {"x-kms-migrationkeyversionid": " 6ba7b810-9dad-11d1-80b4-00c04fd430c8 "}),
    ):
        body = api_pb2.EncryptRequest(KeyId="alias/app", Plaintext=b"hello").SerializeToString()
        headers = {
            "accept": "application/x-protobuf",
            "host": "kst-hzz65f0000example.cryptoservice.kms.aliyuncs.com",
            "date": "Thu, 01 Oct 2026 08:00:00 GMT",
            "user-agent": "AlibabaCloud (Linux; x64) Node.js/20.19.0 example/1.0",
            "x-kms-apiversion": "dkms-gcs-0.2",
            "x-kms-apiname": "Encrypt",
            "x-kms-signaturemethod": "RSA_PKCS1_SHA_256",
            "x-kms-acccesskeyid": "KAAP.0a1b2c3d-0000-4000-8000-example",
            "content-type": "application/x-protobuf",
            "content-length": InstanceUtil.get_content_length(body),
            "content-sha256": OpenApiUtil.hex_encode(OpenApiUtil.hash(body, "ACS3-RSA-SHA256")).upper(),
            **extra,
        }
        string_to_sign = InstanceUtil.get_string_to_sign("POST", "/", headers, {})
        signature = Signer.sha256with_rsasign(string_to_sign, InstanceUtil.trim_private_key_pem(pem))
        vectors.append(
            {
                "title": title,
                "bodyHex": body.hex(),
                "headers": headers,
                "stringToSign": string_to_sign,
                "authorization": "Bearer " + base64.b64encode(signature).decode(),
            }
        )
    write(
        "instance-signature.json",
        {"origin": MADE_WITH_INSTANCE, "privateKey": "../client-key/rsa-2048.pkcs8.pem", "vectors": vectors},
    )


def acs3():
    published = {
        "origin": "published: https://www.alibabacloud.com/help/en/sdk/product-overview/v3-request-structure-and-signature, example with fixed parameters",
        "method": "POST",
        "query": {"ImageId": "win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd", "RegionId": "cn-shanghai"},
        "headers": {
            "host": "ecs.cn-shanghai.aliyuncs.com",
            "x-acs-action": "RunInstances",
            "x-acs-content-sha256": hashlib.sha256(b"").hexdigest(),
            "x-acs-date": "2023-10-26T10:22:32Z",
            "x-acs-signature-nonce": "3156853299f313e23d1673dc12e1703d",
            "x-acs-version": "2014-05-26",
        },
        "bodyText": "",
        "accessKeySecret": "YourAccessKeySecret",
        "hashedCanonicalRequest": "7ea06492da5221eba5297e897ce16e55f964061054b7695beedaac1145b1e259",
        "authorization": "ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0",
    }
    vectors = [published]
    for query, body, token in (
        ({}, "KeyId=alias%2Fapp&Plaintext=aGVsbG8%3D", None),
        ({"Tag.10.Key": "a b*c~d", "Tag.2.Key": "é漢😀", "Empty": "", "b": "+/=&?%"}, "", None),
        ({"KeyId": "key-1"}, "Plaintext=aGVsbG8%3D", "security-token+/=="),
    ):
        headers = {
            "host": "kms.cn-hangzhou.aliyuncs.com",
            "x-acs-action": "Encrypt",
            "x-acs-version": "2016-01-20",
            "x-acs-date": "2026-10-01T08:00:00Z",
            "x-acs-signature-nonce": "0f0e0d0c0b0a09080706050403020100",
            "x-acs-content-sha256": hashlib.sha256(body.encode()).hexdigest(),
        }
        if body:
            headers["content-type"] = "application/x-www-form-urlencoded"
        if token:
            headers["x-acs-accesskey-id"] = "STS.example"
            headers["x-acs-security-token"] = token
        request = TeaRequest()
        request.method, request.pathname, request.query, request.headers = "POST", "/", query, headers
        authorization = OpenApiUtil.get_authorization(
            request, "ACS3-HMAC-SHA256", headers["x-acs-content-sha256"], "example-id", "example-secret"
        )
        vectors.append(
            {
                "origin": MADE_WITH_OPENAPI,
                "method": "POST",
                "query": query,
                "headers": headers,
                "bodyText": body,
                "accessKeySecret": "example-secret",
                "authorization": authorization,
            }
        )
    write("acs3.json", {"vectors": vectors})


def rpc():
    vectors = [
        {
            "origin": "published: https://www.alibabacloud.com/help/doc-detail/28139.htm, example DescribeRegions",
            "method": "GET",
            "parameters": {
                "AccessKeyId": "testid",
                "Action": "DescribeRegions",
                "Format": "XML",
                "SignatureMethod": "HMAC-SHA1",
                "SignatureNonce": "3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf",
                "SignatureVersion": "1.0",
                "Timestamp": "2016-02-23T12:46:24Z",
                "Version": "2014-05-26",
            },
            "accessKeySecret": "testsecret",
            "stringToSign": "GET&%2F&AccessKeyId%3Dtestid%26Action%3DDescribeRegions%26Format%3DXML%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf%26SignatureVersion%3D1.0%26Timestamp%3D2016-02-23T12%253A46%253A24Z%26Version%3D2014-05-26",
            "signature": "OLeaidS1JvxuMvnyHOwuJ+uX5qY=",
        }
    ]
    parameters = {
        "Action": "Encrypt",
        "AccessKeyId": "example-id",
        "KeyId": "alias/app",
        "Plaintext": "a b*c~d+/=é漢😀!'()",
        "Tag.10.Key": "",
        "Tag.2.Key": "x",
        "SignatureNonce": "0f0e0d0c",
        "Timestamp": "2026-10-01T08:00:00Z",
    }
    vectors.append(
        {
            "origin": MADE_WITH_OPENAPI,
            "method": "POST",
            "parameters": parameters,
            "accessKeySecret": "example-secret",
            "signature": OpenApiUtil.get_rpcsignature(parameters, "POST", "example-secret"),
        }
    )
    write("rpc.json", {"vectors": vectors})


def ciphertext():
    key, iv = bytes(range(32)), bytes(range(0x40, 0x4C))
    key_version_id = "6ba7b810-9dad-11d1-80b4-00c04fd430c8"
    context = {"tenant": "42", "Example": "Example", "a": ""}
    aad = hashlib.sha256(b"Example=Example&a=&tenant=42").hexdigest()
    plaintext = "aGVsbG8="
    sealed = AESGCM(key).encrypt(iv, plaintext.encode(), aad.encode())
    public = key_version_id.encode() + iv + sealed
    write(
        "ciphertext.json",
        {
            "origin": "computed with the Python package cryptography 41.0.7, laid out by hand",
            "keyHex": key.hex(),
            "ivHex": iv.hex(),
            "keyVersionId": key_version_id,
            "encryptionContext": context,
            "aadText": aad,
            "plaintextText": plaintext,
            "ciphertextHex": sealed.hex(),
            "publicBlobHex": public.hex(),
            "advanceBlobHex": (b"\x24\x00\x02" + public).hex(),
        },
    )


instance_messages()
instance_signature()
acs3()
rpc()
ciphertext()
