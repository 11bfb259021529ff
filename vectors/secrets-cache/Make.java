// Makes java.json: what the file cache of the official secret client for Java writes. Sixty files, since its keys go through
// text, which loses bytes of them in several ways.
//
//   mvn dependency:build-classpath -Dmdep.outputFile=cp   (com.aliyun:alibabacloud-secretsmanager-client:1.3.7, aliyun-java-sdk-core:4.6.4)
//   java --add-opens java.base/java.nio=ALL-UNNAMED --add-opens java.base/jdk.internal.access.foreign=ALL-UNNAMED \
//     --add-exports java.base/jdk.internal.access.foreign=ALL-UNNAMED \
//     -Dfile.encoding=UTF-8 -cp "$(cat cp)" Make.java > java.json
//
// Without these openings the client cannot write on Java 17: it has Gson look into a ByteBuffer.
import com.aliyuncs.kms.secretsmanager.client.cache.FileCacheSecretStoreStrategy;
import com.aliyuncs.kms.secretsmanager.client.model.CacheSecretInfo;
import com.aliyuncs.kms.secretsmanager.client.model.SecretInfo;
import com.google.gson.GsonBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

public class Make {
  static final String SALT = "salt of the cache";
  static final long FETCHED_AT = 1893456000000L;
  static final List<Map<String, Object>> files = new ArrayList<>();

  static void write(Path folder, String name, String stage, String version, String type, String value) throws Exception {
    FileCacheSecretStoreStrategy store = new FileCacheSecretStoreStrategy(folder.toString(), true, SALT);
    store.init();
    SecretInfo info = new SecretInfo(name, version, value, type, "2024-01-01T00:00:00Z");
    info.setSecretType("Generic");
    info.setAutomaticRotation("Disabled");
    store.storeSecret(new CacheSecretInfo(info, stage, FETCHED_AT));
    String path = name + "/stage_" + stage.toLowerCase() + ".json";
    Map<String, Object> secret = new LinkedHashMap<>();
    secret.put("name", name);
    secret.put("stage", stage);
    secret.put("versionId", version);
    secret.put("type", type);
    secret.put("value", value);
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("secret", secret);
    file.put("path", path);
    file.put("text", Files.readString(folder.resolve(path)));
    files.add(file);
  }

  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("vectors");
    write(folder, "demo/db", "ACSCurrent", "v-0001", "text", "{\"user\":\"root\",\"password\":\"p@ss\",\"ttl\":60000}");
    write(folder, "demo/db", "ACSPrevious", "v-0000", "text", "former & 密码");
    write(folder, "demo/number", "ACSCurrent", "v1", "text", "20261201");
    write(folder, "demo/key", "ACSCurrent", "v1", "binary", "AAEC/w==");
    for (int index = 0; index < 56; index++) write(folder, "many/" + index, "ACSCurrent", "v1", "text", "value " + index);
    Map<String, Object> vector = new LinkedHashMap<>();
    vector.put("origin", "written by the Maven artifact com.aliyun:alibabacloud-secretsmanager-client 1.3.7 (OpenJDK 17)");
    vector.put("salt", SALT);
    vector.put("fetchedAt", FETCHED_AT);
    vector.put("files", files);
    System.out.println(new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create().toJson(vector));
  }
}
