package org.summertrip.stores.engine;

import java.io.IOException;

/** Whether this kernel, container and user may have a user namespace: nothing but trying tells. */
final class UserNamespaces {

    private UserNamespaces() {}

    static boolean available() {
        try {
            return new ProcessBuilder("unshare", "-U", "true")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notInstalled) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
