package org.xinju.grid.cases;

/**
 * Who has reported a case.
 *
 * @param id of the resident, local resident or landlord, code of the enterprise, or an id that follows from the sign-in of staff
 */
record Reporter(ReporterKind kind, String id) {

    /** One text, for finding. */
    String key() {
        return kind + "/" + id;
    }
}
