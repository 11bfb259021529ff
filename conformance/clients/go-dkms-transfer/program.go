// The transfer client for Go: calls of KMS 1.0 at the gateway of an instance, or at the public one.
package main

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
)

const clientName = "go-dkms-transfer"

var (
	kinds     = []string{"transfer", "transferLow", "public"}
	context   = map[string]interface{}{"app": "a&b=c", "tenant": "42", "密": "钥"}
	plaintext = base64.StdEncoding.EncodeToString([]byte("hello from Go"))
)

func main() {
	asking := newAsking()
	for _, item := range theirs("raw", kinds...) {
		// It has one encoding, and does not look at what it takes apart itself.
		malformed := item.Kind != "public" && (item.Case == "too short" || item.Case == "without ciphertext")
		if has(item.Operation) && item.Encoding == "" && !malformed {
			check(item, asking.item)
		}
	}
	handOver(clientName, made(asking))
	lengths(asking)
	otherBindings(asking)
}

// must is for calls that make what is handed over.
func (asking Asking) must(operation string, request map[string]interface{}) map[string]interface{} {
	answer, err := asking.item(Item{Kind: "transfer", Operation: operation, Request: request})
	if err != nil {
		report(operation, "making things of its own", fmt.Sprintf("expected an answer, got %v", err))
		return map[string]interface{}{}
	}
	return answer
}

func made(asking Asking) []Item {
	var items []Item
	for _, key := range []string{"key-aes-256", "key-rotated", "key-sm4"} {
		items = append(items, ciphertexts(asking, key)...)
	}
	return append(items, signature(asking)...)
}

// ciphertexts are bound to a context, and not.
func ciphertexts(asking Asking, key string) []Item {
	var items []Item
	for _, bound := range []bool{false, true} {
		request := func(more map[string]interface{}) map[string]interface{} {
			fields := map[string]interface{}{"KeyId": key}
			for name, value := range more {
				fields[name] = value
			}
			if bound {
				fields["EncryptionContext"] = context
			}
			return fields
		}
		encrypted := asking.must("Encrypt", request(map[string]interface{}{"Plaintext": plaintext}))
		encrypted["Plaintext"] = plaintext
		dataKey := asking.must("GenerateDataKey", request(map[string]interface{}{"KeySpec": "AES_128"}))
		for name, sealed := range map[string]map[string]interface{}{"text": encrypted, "data key": dataKey} {
			for _, kind := range kinds {
				items = append(items, opening(kind, fmt.Sprintf("%s, %s, context: %t", key, name, bound), sealed, bound))
			}
		}
	}
	return items
}

func opening(kind, title string, sealed map[string]interface{}, bound bool) Item {
	item := Item{
		Kind: kind, Operation: "Decrypt", Case: title,
		Request: map[string]interface{}{"CiphertextBlob": sealed["CiphertextBlob"]},
		Answer:  map[string]interface{}{"KeyId": sealed["KeyId"], "Plaintext": sealed["Plaintext"]},
	}
	if bound {
		item.Request["EncryptionContext"] = context
		if kind != "public" {
			item.Binding = "raw"
		}
	}
	return item
}

func signature(asking Asking) []Item {
	digest := sha256.Sum256([]byte("message"))
	described := asking.must("DescribeKey", map[string]interface{}{"KeyId": "key-ec-p256"})
	metadata, _ := described["KeyMetadata"].(map[string]interface{})
	request := map[string]interface{}{
		"KeyId": "key-ec-p256", "KeyVersionId": metadata["PrimaryKeyVersion"], "Algorithm": "ECDSA_SHA_256",
		"Digest": base64.StdEncoding.EncodeToString(digest[:]),
	}
	request["Value"] = asking.must("AsymmetricSign", request)["Value"]
	var items []Item
	for _, kind := range []string{"transfer", "public"} {
		answer := map[string]interface{}{"Value": true}
		items = append(items, Item{Kind: kind, Operation: "AsymmetricVerify", Case: "of an EC key", Request: request, Answer: answer})
	}
	return items
}

// lengths: KeySpec does not count beside NumberOfBytes.
func lengths(asking Asking) {
	for _, kind := range []string{"transfer", "public"} {
		title := kind + ": NumberOfBytes beside an unknown KeySpec"
		request := map[string]interface{}{"KeyId": "key-sm4", "KeySpec": "SM4_128", "NumberOfBytes": "16"}
		answer, err := asking.item(Item{Kind: kind, Operation: "GenerateDataKey", Request: request})
		if err != nil {
			report("GenerateDataKey", title, err.Error())
			continue
		}
		key, _ := base64.StdEncoding.DecodeString(fmt.Sprint(answer["Plaintext"]))
		equal("GenerateDataKey", title, 16, len(key))
	}
}

// otherBindings: this client reads its own alone.
func otherBindings(asking Asking) {
	for _, binding := range []string{"hex", "json"} {
		for _, item := range theirs(binding, "transfer") {
			if item.Binding != binding {
				continue
			}
			item.Code = "InvalidParameter"
			item.Case += ", which this client does not know"
			check(item, asking.item)
		}
	}
}
