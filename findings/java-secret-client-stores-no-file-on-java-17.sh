#!/usr/bin/env bash
# The file cache of the official secret client for Java writes nothing on Java 17.
#
# com.aliyun:alibabacloud-secretsmanager-client 1.3.7 has Gson 2.8.9 write a class with a java.nio.ByteBuffer in it. Gson looks into
# its private fields, which the JDK has forbidden since 16. Opening java.nio is not enough: the JDK's own class behind a ByteBuffer
# is looked into as well. With both opened the file is there.
#
# Needs Java 17, Maven and its registry. Stores a made-up secret in a folder of its own. Fails when this is no longer so.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat > Store.java <<'JAVA'
import com.aliyuncs.kms.secretsmanager.client.cache.FileCacheSecretStoreStrategy;
import com.aliyuncs.kms.secretsmanager.client.model.CacheSecretInfo;
import com.aliyuncs.kms.secretsmanager.client.model.SecretInfo;
import java.nio.file.Files;
import java.nio.file.Path;

public class Store {
    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory(Path.of("."), "cache");
        FileCacheSecretStoreStrategy store = new FileCacheSecretStoreStrategy(folder.toString(), true, "salt");
        store.init();
        try {
            SecretInfo secret = new SecretInfo("demo", "v1", "value", "text", "2024-01-01T00:00:00Z");
            store.storeSecret(new CacheSecretInfo(secret, "ACSCurrent", 0));
        } catch (Throwable error) {
            System.out.print(error.getClass().getSimpleName() + ", ");
        }
        System.out.println(Files.exists(folder.resolve("demo/stage_acscurrent.json")) ? "a file" : "no file");
    }
}
JAVA

dependency() { echo "<dependency><groupId>com.aliyun</groupId><artifactId>$1</artifactId><version>$2</version></dependency>"; }
cat > pom.xml <<XML
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>example</groupId><artifactId>example</artifactId><version>1</version>
  <dependencies>
    $(dependency alibabacloud-secretsmanager-client 1.3.7)
    $(dependency aliyun-java-sdk-core 4.6.4)
  </dependencies>
</project>
XML
mvn --quiet --batch-mode dependency:copy-dependencies -DoutputDirectory=lib > mvn.log 2>&1 || { tail -n 3 mvn.log >&2; exit 1; }
javac -nowarn -d . -cp 'lib/*' Store.java 2> /dev/null

run() { java "$@" -cp 'lib/*:.' Store 2> /dev/null; }
nio=(--add-opens java.base/java.nio=ALL-UNNAMED)
foreign=(
  --add-opens java.base/jdk.internal.access.foreign=ALL-UNNAMED
  --add-exports java.base/jdk.internal.access.foreign=ALL-UNNAMED
)
as_is="$(run)"
opened="$(run "${nio[@]}")"
both="$(run "${nio[@]}" "${foreign[@]}")"
echo "alibabacloud-secretsmanager-client 1.3.7, $(ls lib | grep '^gson-'), Java $(java -version 2>&1 | sed -n '1s/.*"\(.*\)".*/\1/p')"
echo "as it is:                          $as_is"
echo "java.nio opened:                   $opened"
echo "jdk.internal.access.foreign, too:  $both"
[ "$as_is" = 'InaccessibleObjectException, no file' ]
[ "$opened" = 'InaccessibleObjectException, no file' ]
[ "$both" = 'a file' ]
