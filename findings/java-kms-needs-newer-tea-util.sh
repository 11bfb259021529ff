#!/usr/bin/env bash
# The KMS SDK for Java breaks when the SDK of the instance gateway stands before it in the pom.
#
# com.aliyun:kms20160120 1.2.3 reads a field of tea-util's RuntimeOptions that tea-util has since 0.2.23.
# com.aliyun:alibabacloud-dkms-gcs-sdk 0.5.2 brings tea-util 0.2.18. Both are at the same depth, so Maven takes the version of
# whichever stands first: one order works, the other ends every call with NoSuchFieldError. Nothing warns at build time.
#
# Needs Java 11 or newer, Maven and its registry. Asks a server of the JDK's own for ListKeys. Fails when this is no longer so.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat > ListKeys.java <<'JAVA'
import com.aliyun.kms20160120.Client;
import com.aliyun.kms20160120.models.ListKeysRequest;
import com.aliyun.teaopenapi.models.Config;
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;

public class ListKeys {
    public static void main(String[] args) throws Exception {
        byte[] body = "{\"RequestId\":\"r\",\"Keys\":{\"Key\":[]}}".getBytes();
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("content-type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        Config config = new Config()
            .setProtocol("http")
            .setEndpoint("127.0.0.1:" + server.getAddress().getPort())
            .setRegionId("cn-hangzhou")
            .setAccessKeyId("id")
            .setAccessKeySecret("secret");
        try {
            System.out.println("answered " + new Client(config).listKeys(new ListKeysRequest()).getBody().getRequestId());
        } catch (Throwable error) {
            System.out.println(error);
        }
        System.exit(0);
    }
}
JAVA

dependency() { echo "<dependency><groupId>com.aliyun</groupId><artifactId>$1</artifactId><version>$2</version></dependency>"; }
kms="$(dependency kms20160120 1.2.3)"
instance="$(dependency alibabacloud-dkms-gcs-sdk 0.5.2)"

# What the call comes to with the dependencies in this order, behind the version of tea-util that Maven took.
run() {
  mkdir "$1"
  cat > "$1/pom.xml" <<XML
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>example</groupId><artifactId>example</artifactId><version>1</version>
  <dependencies>$2</dependencies>
</project>
XML
  mvn --quiet --batch-mode --file "$1/pom.xml" dependency:copy-dependencies -DoutputDirectory=lib > "$1/mvn.log" 2>&1 ||
    { tail -n 3 "$1/mvn.log" >&2; return 1; }
  javac -nowarn -d "$1" -cp "$1/lib/*" ListKeys.java 2> /dev/null
  echo "$(cd "$1/lib" && ls tea-util-*): $(java -cp "$1/lib/*:$1" ListKeys 2> /dev/null)"
}

first="$(run kms-first "$kms$instance")"
last="$(run kms-last "$instance$kms")"
echo "kms20160120 before alibabacloud-dkms-gcs-sdk: $first"
echo "kms20160120 after alibabacloud-dkms-gcs-sdk:  $last"
[ "$first" = 'tea-util-0.2.23.jar: answered r' ]
[ "$last" = 'tea-util-0.2.18.jar: java.lang.NoSuchFieldError: extendsParameters' ]
