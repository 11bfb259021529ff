// The official Go SDK. It speaks as the clients of Node.js do; with `first-call` it makes one call and ends.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"sort"
	"sync"
	"syscall"
	"time"

	"github.com/alibabacloud-go/tea/tea"
	openapi "github.com/aliyun/alibabacloud-dkms-gcs-go-sdk/openapi"
	sdk "github.com/aliyun/alibabacloud-dkms-gcs-go-sdk/sdk"
)

type facts struct {
	Host              string
	Port              int
	ClientKeyFile     string
	ClientKeyPassword string
	CaFile            string
	KeyIds            []string
}

type task struct {
	Calls  int
	AtOnce int
}

type result struct {
	CpuMs    float64 `json:"cpuMs"`
	Ms       float64 `json:"ms"`
	P50Ms    float64 `json:"p50Ms"`
	MemoryMb float64 `json:"memoryMb"`
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	var given facts
	lines.Scan()
	must(json.Unmarshal(lines.Bytes(), &given))
	client, err := sdk.NewClient(&openapi.Config{
		Protocol:      tea.String("https"),
		Endpoint:      tea.String(fmt.Sprintf("%s:%d", given.Host, given.Port)),
		ClientKeyFile: tea.String(given.ClientKeyFile),
		Password:      tea.String(given.ClientKeyPassword),
		CaFilePath:    tea.String(given.CaFile),
	})
	must(err)
	plaintext := make([]byte, 32)
	encrypt := func() {
		_, err := client.Encrypt(&sdk.EncryptRequest{KeyId: tea.String(given.KeyIds[0]), Plaintext: plaintext})
		must(err)
	}
	if len(os.Args) > 1 && os.Args[1] == "first-call" {
		encrypt()
		return
	}
	for lines.Scan() {
		var wanted task
		must(json.Unmarshal(lines.Bytes(), &wanted))
		answer, err := json.Marshal(run(wanted, encrypt))
		must(err)
		fmt.Println(string(answer))
	}
}

func run(wanted task, call func()) result {
	times := make([]float64, wanted.Calls)
	next := make(chan int)
	cpu, start := cpuMs(), time.Now()
	var workers sync.WaitGroup
	for worker := 0; worker < wanted.AtOnce; worker++ {
		workers.Add(1)
		go func() {
			defer workers.Done()
			for index := range next {
				began := time.Now()
				call()
				times[index] = ms(time.Since(began))
			}
		}()
	}
	for index := range times {
		next <- index
	}
	close(next)
	workers.Wait()
	found := result{CpuMs: cpuMs() - cpu, Ms: ms(time.Since(start)), MemoryMb: memoryMb()}
	sort.Float64s(times)
	found.P50Ms = times[len(times)/2]
	return found
}

func ms(duration time.Duration) float64 { return float64(duration) / float64(time.Millisecond) }

func usage() syscall.Rusage {
	var used syscall.Rusage
	must(syscall.Getrusage(syscall.RUSAGE_SELF, &used))
	return used
}

func cpuMs() float64 {
	used := usage()
	return float64(used.Utime.Nano()+used.Stime.Nano()) / 1e6
}

func memoryMb() float64 { return float64(usage().Maxrss) / 1024 }

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
