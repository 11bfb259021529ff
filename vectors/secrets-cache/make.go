// Makes go.json: what the file cache of the official secret client for Go writes.
//
//	go mod init vectors && go get github.com/aliyun/aliyun-secretsmanager-client-go@v1.1.5
//	go run make.go > go.json
package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"

	"github.com/aliyun/aliyun-secretsmanager-client-go/sdk/cache"
	"github.com/aliyun/aliyun-secretsmanager-client-go/sdk/models"
)

type secret struct {
	Name      string `json:"name"`
	Stage     string `json:"stage"`
	VersionId string `json:"versionId"`
	Type      string `json:"type"`
	Value     string `json:"value"`
}

type file struct {
	Secret secret `json:"secret"`
	Path   string `json:"path"`
	Text   string `json:"text"`
}

const salt = "salt of the cache"
const fetchedAt = 1893456000000

func must(err error) {
	if err != nil {
		panic(err)
	}
}

func main() {
	folder, err := os.MkdirTemp("", "vectors")
	must(err)
	defer os.RemoveAll(folder)
	secrets := []secret{
		{"demo/db", "ACSCurrent", "v-0001", "text", `{"user":"root","password":"p@ss","ttl":60000}`},
		{"demo/db", "ACSPrevious", "v-0000", "text", "former & 密码"},
		{"demo/number", "ACSCurrent", "v1", "text", "20261201"},
		{"demo/key", "ACSCurrent", "v1", "binary", "AAEC/w=="},
	}
	files := []file{}
	for _, s := range secrets {
		store := cache.NewFileCacheSecretStoreStrategy(folder, true, salt)
		must(store.Init())
		must(store.StoreSecret(&models.CacheSecretInfo{
			Stage:            s.Stage,
			RefreshTimestamp: fetchedAt,
			SecretInfo: &models.SecretInfo{
				SecretName:        s.Name,
				VersionId:         s.VersionId,
				SecretValue:       s.Value,
				SecretDataType:    s.Type,
				CreateTime:        "2024-01-01T00:00:00Z",
				SecretType:        "Generic",
				AutomaticRotation: "Disabled",
			},
		}))
		path := filepath.Join(s.Name, "stage_"+strings.ToLower(s.Stage)+".json")
		text, err := os.ReadFile(filepath.Join(folder, path))
		must(err)
		files = append(files, file{s, path, string(text)})
	}
	encoder := json.NewEncoder(os.Stdout)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	must(encoder.Encode(map[string]any{
		"origin":    "written by the Go module github.com/aliyun/aliyun-secretsmanager-client-go v1.1.5",
		"salt":      salt,
		"fetchedAt": fetchedAt,
		"files":     files,
	}))
}
