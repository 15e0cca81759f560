package org.xinju.acceptance;

/** A running system as those see it who use it, however it was started. */
public interface Deployment {

    /** The API through the gateway, signed in as a persona. */
    Api as(String persona);

    /** The simulated providers of SMS and mail, and their page. */
    String channels();
}
