package org.summertrip.stores.engine;

import java.io.IOException;
import java.util.Map;
import org.summertrip.stores.process.JavaHome;
import org.summertrip.stores.process.PrivateFiles;
import org.summertrip.stores.wire.Answer;
import org.summertrip.stores.wire.S3Requests;

/** S3Proxy before a directory: the S3 API with its signatures, objects as plain files. */
public final class S3 implements Engine {

    private static final String ACCESS_KEY = "S3_ACCESS_KEY";
    private static final String SECRET_KEY = "S3_SECRET_KEY";

    @Override
    public String folder() {
        return "s3";
    }

    @Override
    public void prepare(Site site) throws IOException {
        PrivateFiles.write(site.configuration().resolve("s3proxy.conf"), """
                s3proxy.endpoint=http://127.0.0.1:%d
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                jclouds.provider=filesystem-nio2
                jclouds.filesystem.basedir=%s
                """.formatted(
                        site.port(),
                        site.secrets().get(ACCESS_KEY),
                        site.secrets().get(SECRET_KEY),
                        site.data().toString().replace("\\", "\\\\")));
    }

    @Override
    public Launch launch(Site site) throws IOException, InterruptedException {
        return new Jvm(JavaHome.running(), site)
                .options("-Xms32m", "-Xmx128m", "-Xss512k")
                .main(
                        "org.gaul.s3proxy.Main",
                        Map.of(),
                        "--properties",
                        site.configuration().resolve("s3proxy.conf").toString());
    }

    @Override
    public Answer ask(Site site) {
        return Answer.to(() -> requests(site).send("GET", "/", null));
    }

    private static S3Requests requests(Site site) {
        return new S3Requests(
                site.port(), site.secrets().get(ACCESS_KEY), site.secrets().get(SECRET_KEY));
    }

    @Override
    public Map<String, String> environment(Site site) {
        return Map.of(
                "S3_ENDPOINT",
                "http://127.0.0.1:" + site.port(),
                "S3_REGION",
                "us-east-1",
                ACCESS_KEY,
                site.secrets().get(ACCESS_KEY),
                SECRET_KEY,
                site.secrets().get(SECRET_KEY));
    }
}
