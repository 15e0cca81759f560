package org.xinju.registry.roster;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.xinju.events.Rejection;
import org.xinju.events.Rule;
import org.xinju.registry.identity.CitizenId;
import org.xinju.registry.identity.PersonName;
import org.xinju.registry.identity.Phone;
import org.xinju.registry.identity.Sex;
import org.xinju.registry.identity.Typed;
import org.xinju.registry.roster.Verdict.Outcome;

/** Gives every row of a roster its verdict. Pure; what the registry already knows is looked at later. */
final class RosterJudge {

    static final Rule ID_AS_NUMBER = Rule.invalid("id-number-as-number", "spreadsheets keep 15 digits of a number");
    static final Rule SEX_DIFFERS = Rule.invalid("sex-differs", "GB 11643: the 17th digit");
    static final Rule TOO_YOUNG = Rule.invalid("younger-than-16", "Labour Law art. 15");
    static final Rule LEAVER = Rule.invalid("reads-like-leaver", "Zhejiang residence regulation art. 8: end of employment too");
    static final Rule LEFT_BEFORE = Rule.invalid("left-before-hired", "product R7");
    static final Rule TEXT_TOO_LONG = Rule.invalid("text-too-long", "product R7");
    static final Rule DUPLICATE = Rule.invalid("same-as-earlier-row", "product R7");
    static final Rule OTHER_HIRE_DATE = Rule.invalid("other-hire-date-than-earlier-row", "product R7");
    static final Rule OTHER_NAME = Rule.invalid("other-name-than-earlier-row", "product R7");
    static final Rule BLANK = Rule.invalid("blank-row", "product R7");
    static final Rule FOOTER = Rule.invalid("footer-row", "product R7");

    private static final int WORKING_AGE = 16;
    private static final int LONGEST_TEXT = 200;
    private static final BigDecimal EXACT_DIGITS = new BigDecimal("1e15");
    private static final Pattern FOOTER_TEXT = Pattern.compile("^(合计|总计|小计|共计|总人数|制表|填表|审核|复核|签字|盖章|负责人|total|prepared by|approved).*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LEAVER_TEXT = Pattern.compile("离职|辞职|离厂|辞退|自离|退工|resigned|left", Pattern.CASE_INSENSITIVE);

    private final RosterFile.Roster roster;
    private final LocalDate today;
    private final Map<String, Hire> earlier = new HashMap<>();

    private RosterJudge(RosterFile.Roster roster, LocalDate today) {
        this.roster = roster;
        this.today = today;
    }

    static List<Verdict> judge(RosterFile.Roster roster, LocalDate today) {
        var judge = new RosterJudge(roster, today);
        return roster.rows().stream().map(judge::verdict).toList();
    }

    private Verdict verdict(RawRow row) {
        var serial = roster.columns().get(Column.SERIAL);
        if (row.cells().stream().filter(c -> !c.blank()).allMatch(c -> serial != null && c == row.cell(serial) && c.text().matches("\\d+"))) {
            return ignored(row, BLANK);
        }
        if (roster.cell(row, Column.ID_NUMBER).blank() && row.cells().stream().anyMatch(c -> FOOTER_TEXT.matcher(Typed.compact(c.text())).matches())) {
            return ignored(row, FOOTER);
        }
        var refusals = new ArrayList<Rejection>();
        var warnings = new ArrayList<Rejection>();
        var hire = hire(row, refusals, warnings);
        if (hire == null) {
            return new Verdict(row.number(), Outcome.REJECTED, refusals, null);
        }
        var first = earlier.putIfAbsent(hire.idNumber(), hire);
        if (first != null) {
            return again(row, first, hire);
        }
        return new Verdict(row.number(), warnings.isEmpty() ? Outcome.ACCEPTED : Outcome.ACCEPTED_WITH_WARNING, warnings, hire);
    }

    private @Nullable Hire hire(RawRow row, List<Rejection> refusals, List<Rejection> warnings) {
        var name = PersonName.parse(text(row, Column.NAME)).orReport("name", refusals::add);
        var idCell = roster.cell(row, Column.ID_NUMBER);
        if (idCell.number() != null && idCell.number().compareTo(EXACT_DIGITS) >= 0) {
            refusals.add(Rejection.of(ID_AS_NUMBER).at("idNumber"));
            return null;
        }
        var id = CitizenId.parse(idCell.text(), today).orReport("idNumber", refusals::add);
        var hiredOn = RosterDate.parse(roster.cell(row, Column.HIRED_ON), today).orReport("hiredOn", refusals::add);
        var leftCell = roster.cell(row, Column.LEFT_ON);
        var leftOn = leftCell.blank() ? null : RosterDate.parse(leftCell, today).orReport("leftOn", refusals::add).orElse(null);
        var phone = phone(row, refusals, warnings);
        for (var column : new Column[] {Column.OCCUPATION, Column.ADDRESS}) {
            if (text(row, column).length() > LONGEST_TEXT) {
                refusals.add(Rejection.of(TEXT_TOO_LONG, LONGEST_TEXT).at(column.field()));
            }
        }
        if (id.isPresent() && hiredOn.isPresent()) {
            if (id.get().ageOn(hiredOn.get()) < WORKING_AGE) {
                refusals.add(Rejection.of(TOO_YOUNG).at("hiredOn"));
            }
            if (leftOn != null && leftOn.isBefore(hiredOn.get())) {
                refusals.add(Rejection.of(LEFT_BEFORE).at("leftOn"));
            }
        }
        if (!refusals.isEmpty() || id.isEmpty() || name.isEmpty() || hiredOn.isEmpty()) {
            return null;
        }
        warn(row, id.get(), leftOn, warnings);
        return new Hire(name.get().text(), id.get().number(), id.get().birthDate(), id.get().sex(), phone, Typed.plain(text(row, Column.OCCUPATION)),
                hiredOn.get(), leftOn, Typed.plain(text(row, Column.ADDRESS)));
    }

    private @Nullable Phone phone(RawRow row, List<Rejection> refusals, List<Rejection> warnings) {
        if (roster.cell(row, Column.PHONE).blank()) {
            warnings.add(Rejection.of(Phone.MISSING).at("phone"));
            return null;
        }
        return Phone.parse(text(row, Column.PHONE)).orReport("phone", refusals::add).orElse(null);
    }

    private void warn(RawRow row, CitizenId id, @Nullable LocalDate leftOn, List<Rejection> warnings) {
        var sex = Sex.of(text(row, Column.SEX));
        if ((sex == Sex.MALE || sex == Sex.FEMALE) && sex != id.sex()) {
            warnings.add(Rejection.of(SEX_DIFFERS).at("sex"));
        }
        if (leftOn == null && LEAVER_TEXT.matcher(text(row, Column.NOTE)).find()) {
            warnings.add(Rejection.of(LEAVER).at("note"));
        }
    }

    /** The first row about a person counts. */
    private static Verdict again(RawRow row, Hire first, Hire hire) {
        if (!first.name().equals(hire.name())) {
            return new Verdict(row.number(), Outcome.REJECTED, List.of(Rejection.of(OTHER_NAME).at("name")), null);
        }
        return first.hiredOn().equals(hire.hiredOn())
                ? new Verdict(row.number(), Outcome.DUPLICATE, List.of(Rejection.of(DUPLICATE).at("idNumber")), null)
                : new Verdict(row.number(), Outcome.REJECTED, List.of(Rejection.of(OTHER_HIRE_DATE).at("idNumber")), null);
    }

    private static Verdict ignored(RawRow row, Rule rule) {
        return new Verdict(row.number(), Outcome.IGNORED, List.of(Rejection.of(rule)), null);
    }

    private String text(RawRow row, Column column) {
        return roster.cell(row, column).text();
    }
}
