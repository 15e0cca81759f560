package org.xinju.gateway.replica;

/** A call failed at a replica that is left out by now while another one is up: no reason to open the service's circuit. */
public final class LeftOutException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LeftOutException(Throwable cause) {
        super(cause);
    }
}
