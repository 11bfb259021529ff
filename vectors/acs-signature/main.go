// Makes go.json of requests.json, with the official packages for Go: go run .
package main

import (
	"encoding/hex"
	"encoding/json"
	"os"
	"strings"

	pop "github.com/alibabacloud-go/alibabacloud-gateway-pop/client"
	encode "github.com/alibabacloud-go/darabonba-encode-util/client"
	"github.com/alibabacloud-go/darabonba-openapi/v2/utils"
	"github.com/alibabacloud-go/tea/dara"
)

type request struct {
	Title    string            `json:"title"`
	Method   string            `json:"method"`
	Query    map[string]string `json:"query"`
	Headers  map[string]string `json:"headers"`
	BodyText string            `json:"bodyText"`
}

type vector struct {
	Title         string `json:"title"`
	Algorithm     string `json:"algorithm"`
	ContentHeader string `json:"contentHeader"`
	ContentHash   string `json:"contentHash"`
	Authorization string `json:"authorization"`
}

var given struct {
	AccessKeyId     string    `json:"accessKeyId"`
	AccessKeySecret string    `json:"accessKeySecret"`
	Algorithms      []string  `json:"algorithms"`
	Requests        []request `json:"requests"`
}

func main() {
	text, err := os.ReadFile("requests.json")
	check(err)
	check(json.Unmarshal(text, &given))
	acs4, err := pop.NewClient()
	check(err)
	vectors := []vector{}
	for _, algorithm := range given.Algorithms {
		for _, request := range given.Requests {
			vectors = append(vectors, sign(acs4, request, algorithm))
		}
	}
	out, err := os.Create("go.json")
	check(err)
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	check(encoder.Encode(map[string]any{
		"origin":  "computed with the Go packages darabonba-openapi/v2 v2.1.13 (ACS3) and alibabacloud-gateway-pop v0.0.6 (ACS4)",
		"vectors": vectors,
	}))
}

func sign(acs4 *pop.Client, request request, algorithm string) vector {
	name := "x-acs-content-sha256"
	if algorithm == "ACS4-HMAC-SM3" {
		name = "x-acs-content-sm3"
	}
	isAcs4 := strings.HasPrefix(algorithm, "ACS4-")
	hash := hex.EncodeToString(utils.Hash([]byte(request.BodyText), &algorithm))
	if isAcs4 {
		hash = *encode.HexEncode(encode.Hash([]byte(request.BodyText), &algorithm))
	}
	headers, query := pointers(request.Headers), pointers(request.Query)
	headers[name] = &hash
	authorization := ""
	if isAcs4 {
		product, path := "Kms", "/"
		date := strings.ReplaceAll(request.Headers["x-acs-date"][:10], "-", "")
		region := acs4.GetRegion(&product, headers["host"])
		key, err := acs4.GetSigningkey(&algorithm, &given.AccessKeySecret, &product, region, &date)
		check(err)
		text, err := acs4.GetAuthorization(&path, &request.Method, query, headers, &algorithm, &hash, &given.AccessKeyId, key, &product, region, &date)
		check(err)
		authorization = *text
	} else {
		sent := dara.NewRequest()
		sent.Method, sent.Pathname = &request.Method, dara.String("/")
		sent.Query, sent.Headers = query, headers
		authorization = *utils.GetAuthorization(sent, &algorithm, &hash, &given.AccessKeyId, &given.AccessKeySecret)
	}
	return vector{request.Title, algorithm, name, hash, authorization}
}

func pointers(texts map[string]string) map[string]*string {
	all := map[string]*string{}
	for name, text := range texts {
		all[name] = dara.String(text)
	}
	return all
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}
