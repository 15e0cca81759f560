package org.xinju.points.account;

import java.util.function.UnaryOperator;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import org.xinju.events.Stored;
import org.xinju.points.confirmation.Claim;
import org.xinju.points.confirmation.Confirmation;
import org.xinju.points.confirmation.Confirmation.Status;
import org.xinju.points.publishing.Policies;
import org.xinju.points.quota.AwardYear;
import org.xinju.points.quota.AwardYears;

/**
 * Takes and gives back the places of awards that only so many people may get. A place is taken for a draft that stands in the account, before
 * the draft becomes a fact: what a crash leaves is a draft with a place, which is approved again or refused.
 */
@Component
class AwardPlaces {

    private static final Logger log = LoggerFactory.getLogger(AwardPlaces.class);
    private static final int AT_ONCE = 50;

    private final AwardYears years;
    private final Accounts accounts;
    private final Policies policies;

    AwardPlaces(AwardYears years, Accounts accounts, Policies policies) {
        this.years = years;
        this.accounts = accounts;
        this.policies = policies;
    }

    /** Whether facts of this indicator need a place. */
    boolean isLimited(String indicator) {
        return policies.inForce().indicators().stream().anyMatch(one -> one.code().equals(indicator) && one.quota() != null);
    }

    /**
     * Takes a place for a draft that somebody else than its author approves.
     *
     * @return writes the place into the claim
     */
    UnaryOperator<Claim> take(Stored<Account> account, Confirmation draft, String approver) {
        if (draft.status() != Status.DRAFTED || draft.last().by().equals(approver) || !isLimited(draft.indicator())) {
            return UnaryOperator.identity();
        }
        var taken = years.take(draft.indicator(), account.state().within(), draft.last().claim().from().getYear(), account.id(), draft.id());
        return claim -> claim.placed(taken.place(), taken.places());
    }

    /** Gives the place of a confirmation back that does not stand any more. */
    void giveBack(Stored<Account> account, Confirmation confirmation) {
        if (!confirmation.isLive() && isLimited(confirmation.indicator())) {
            years.giveBack(confirmation.indicator(), account.state().within(), confirmation.last().claim().from().getYear(), confirmation.id());
        }
    }

    /** Gives back what was not given back when its confirmation ended: after a crash, or when the resident had moved meanwhile. */
    @Scheduled(fixedDelayString = "${xinju.points.places-every:10m}", initialDelayString = "${xinju.points.places-every:10m}")
    void giveBackForgotten() {
        var after = "";
        for (var some = years.page(after, AT_ONCE); !some.isEmpty(); some = years.page(after, AT_ONCE)) {
            some.forEach(this::giveBackForgotten);
            after = some.getLast().id();
        }
    }

    private void giveBackForgotten(Stored<AwardYear> year) {
        for (var place : year.state().taken()) {
            var stands = accounts.find(place.account()).flatMap(account -> account.state().confirmations().find(place.confirmation()))
                    .filter(Confirmation::isLive).isPresent();
            if (!stands) {
                years.giveBack(year.id(), place.confirmation());
                log.info("place {} of {} is free again", place.number(), year.id());
            }
        }
    }
}
