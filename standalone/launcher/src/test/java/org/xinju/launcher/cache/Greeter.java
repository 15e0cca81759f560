package org.xinju.launcher.cache;

/** A program to be trained. */
public final class Greeter {

    private Greeter() {}

    /** Says good day and stays, or goes at once when it is {@code grumpy}. */
    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length > 0) {
            System.exit(1);
        }
        System.out.println("good day");
        Thread.currentThread().join();
    }
}
