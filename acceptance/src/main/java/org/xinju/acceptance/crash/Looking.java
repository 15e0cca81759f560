package org.xinju.acceptance.crash;

/** Staff look at a resident's record some times; each look is written down before it is shown, and the resident sees it. */
record Looking(String resident, int times) implements Story {

    @Override
    public int commands() {
        return times;
    }

    @Override
    public void tell(Teller teller) {
        for (var n = 0; n < times; n++) {
            look(teller, resident);
        }
    }

    /** Whose looks are counted; what the reconciler reads, it reads as somebody else. */
    static final String LEADER = "grid-leader";

    static void look(Teller teller, String resident) {
        var answer = teller.client().get(LEADER, Registering.RESIDENTS + "/" + resident + "?purpose=registration");
        Teller.accepted("GET " + Registering.RESIDENTS, answer);
        teller.journal().read(resident, answer.attempts());
    }
}
