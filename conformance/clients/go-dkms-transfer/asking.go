package main

import (
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"reflect"
	"strconv"

	"github.com/alibabacloud-go/tea/tea"
	core "github.com/aliyun/alibaba-cloud-sdk-go/sdk"
	"github.com/aliyun/alibaba-cloud-sdk-go/sdk/auth/credentials"
	sdkerrors "github.com/aliyun/alibaba-cloud-sdk-go/sdk/errors"
	"github.com/aliyun/alibaba-cloud-sdk-go/services/kms"
	instance "github.com/aliyun/alibabacloud-dkms-gcs-go-sdk/openapi"
	transfer "github.com/aliyun/alibabacloud-dkms-transfer-go-sdk/sdk"
)

// Facts is what the local KMS says of itself.
type Facts struct {
	Host, RegionId, CaFile, AccessKeyId, AccessKeySecret, ClientKeyFile, ClientKeyPassword string
	Port                                                                                   int
}

// requests makes the request of each call that the exchange can ask for.
var requests = map[string]interface{}{
	"AsymmetricDecrypt":               kms.CreateAsymmetricDecryptRequest,
	"AsymmetricEncrypt":               kms.CreateAsymmetricEncryptRequest,
	"AsymmetricSign":                  kms.CreateAsymmetricSignRequest,
	"AsymmetricVerify":                kms.CreateAsymmetricVerifyRequest,
	"CreateAlias":                     kms.CreateCreateAliasRequest,
	"Decrypt":                         kms.CreateDecryptRequest,
	"DescribeKey":                     kms.CreateDescribeKeyRequest,
	"Encrypt":                         kms.CreateEncryptRequest,
	"GenerateDataKey":                 kms.CreateGenerateDataKeyRequest,
	"GenerateDataKeyWithoutPlaintext": kms.CreateGenerateDataKeyWithoutPlaintextRequest,
	"GetPublicKey":                    kms.CreateGetPublicKeyRequest,
	"GetSecretValue":                  kms.CreateGetSecretValueRequest,
}

// Asking has a client for each kind of item.
type Asking struct {
	clients map[string]*transfer.KmsTransferClient
	domain  string
}

func newAsking() Asking {
	var facts Facts
	if err := json.Unmarshal([]byte(os.Getenv("CONFORMANCE_KMS")), &facts); err != nil {
		panic(err)
	}
	ca, err := os.ReadFile(facts.CaFile)
	if err != nil {
		panic(err)
	}
	endpoint := fmt.Sprintf("%s:%d", facts.Host, facts.Port)
	config := &instance.Config{
		Protocol:      tea.String("https"),
		Endpoint:      tea.String(endpoint),
		ClientKeyFile: tea.String(facts.ClientKeyFile),
		Password:      tea.String(facts.ClientKeyPassword),
	}
	ofInstance := newClient(facts, ca, config)
	return Asking{
		clients: map[string]*transfer.KmsTransferClient{
			"transfer":    ofInstance,
			"transferLow": ofInstance,
			"public":      newClient(facts, ca, nil),
		},
		domain: endpoint,
	}
}

func newClient(facts Facts, ca []byte, config *instance.Config) *transfer.KmsTransferClient {
	roots := x509.NewCertPool()
	roots.AppendCertsFromPEM(ca)
	trusting := &http.Transport{TLSClientConfig: &tls.Config{RootCAs: roots}}
	options := core.NewConfig().WithScheme("HTTPS").WithAutoRetry(false).WithHttpTransport(trusting)
	credential := credentials.NewAccessKeyCredential(facts.AccessKeyId, facts.AccessKeySecret)
	client, err := transfer.NewClientWithOptions(facts.RegionId, options, credential, config)
	if err != nil {
		panic(err)
	}
	client.SetVerify(string(ca))
	return client
}

// has says whether this client has a call.
func has(operation string) bool {
	_, known := requests[operation]
	return known
}

// item makes the call of an item; the answer is by wire names.
func (asking Asking) item(item Item) (map[string]interface{}, error) {
	request := reflect.ValueOf(requests[item.Operation]).Call(nil)[0]
	for name, value := range item.Request {
		request.Elem().FieldByName(name).SetString(text(value))
	}
	request.MethodByName("SetDomain").Call([]reflect.Value{reflect.ValueOf(asking.domain)})
	method := reflect.ValueOf(asking.clients[item.Kind]).MethodByName(item.Operation)
	results := method.Call([]reflect.Value{request})
	if err, failed := results[1].Interface().(error); failed {
		return nil, err
	}
	encoded, err := json.Marshal(results[0].Interface())
	if err != nil {
		return nil, err
	}
	var answer map[string]interface{}
	return answer, json.Unmarshal(encoded, &answer)
}

// text is how this client has a value in a request.
func text(value interface{}) string {
	switch value := value.(type) {
	case string:
		return value
	case bool:
		return strconv.FormatBool(value)
	case float64:
		return strconv.Itoa(int(value))
	default:
		encoded, err := json.Marshal(value)
		if err != nil {
			panic(err)
		}
		return string(encoded)
	}
}

// codeOf is the code of KMS in what this client answers with, or else its words.
func codeOf(answer map[string]interface{}, err error) string {
	var refused sdkerrors.Error
	if errors.As(err, &refused) {
		return refused.ErrorCode()
	}
	if err != nil {
		return err.Error()
	}
	return fmt.Sprintf("the answer %v", answer)
}
