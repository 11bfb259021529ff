package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
)

// Item is one call of the exchange, and what has to come of it.
type Item struct {
	Kind      string                 `json:"kind"`
	Operation string                 `json:"operation"`
	Case      string                 `json:"case"`
	Request   map[string]interface{} `json:"request"`
	Answer    map[string]interface{} `json:"answer,omitempty"`
	Code      string                 `json:"code,omitempty"`
	Binding   string                 `json:"binding,omitempty"`
	Encoding  string                 `json:"encoding,omitempty"`
}

// report prints one line of JSON for a check; without a difference it passed.
func report(operation, title, difference string) {
	line := map[string]interface{}{"operation": operation, "case": title, "passed": difference == ""}
	if difference != "" {
		line["difference"] = difference
	}
	text, err := json.Marshal(line)
	if err != nil {
		panic(err)
	}
	fmt.Println(string(text))
}

func equal(operation, title string, expected, got interface{}) {
	difference := ""
	if !reflect.DeepEqual(expected, got) {
		difference = fmt.Sprintf("expected %v, got %v", expected, got)
	}
	report(operation, title, difference)
}

// check makes the call of an item, and compares what came of it.
func check(item Item, ask func(Item) (map[string]interface{}, error)) {
	title := item.Kind + ", " + item.Case
	answer, err := ask(item)
	if item.Code != "" {
		equal(item.Operation, title, item.Code, codeOf(answer, err))
		return
	}
	if err != nil {
		report(item.Operation, title, fmt.Sprintf("expected an answer, got %v", err))
		return
	}
	got := map[string]interface{}{}
	for name := range item.Answer {
		got[name] = answer[name]
	}
	equal(item.Operation, title, item.Answer, got)
}

func exchangeFile(name string) string {
	return filepath.Join(os.Getenv("CONFORMANCE_EXCHANGE"), name)
}

// theirs are the items of these kinds that our clients made; of those bound to a context, those bound in this way.
func theirs(binding string, kinds ...string) []Item {
	text, err := os.ReadFile(exchangeFile("ours.json"))
	if err != nil {
		panic(err)
	}
	var all, wanted []Item
	if err := json.Unmarshal(text, &all); err != nil {
		panic(err)
	}
	for _, item := range all {
		for _, kind := range kinds {
			if item.Kind == kind && (item.Binding == "" || item.Binding == binding) {
				wanted = append(wanted, item)
			}
		}
	}
	return wanted
}

// handOver writes items for our clients to check.
func handOver(client string, items []Item) {
	text, err := json.MarshalIndent(items, "", " ")
	if err != nil {
		panic(err)
	}
	if err := os.WriteFile(exchangeFile(client+".json"), text, 0o600); err != nil {
		panic(err)
	}
}
