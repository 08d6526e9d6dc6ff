package io.rollbook.provisioning.register.membership;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import java.util.List;

/**
 * Who is deleted and still has to leave its groups: written with the deletion, worked off after.
 */
public final class DepartureRegister {

    private final JdbcClient jdbc;
    private final Runnable committed;

    /**
     * @param committed called when somebody was noted and that was committed; must return at once
     */
    public DepartureRegister(JdbcClient jdbc, Runnable committed) {
        this.jdbc = jdbc;
        this.committed = committed;
    }

    /** Notes somebody, unless it is in no group. */
    public void add(Departure departure) {
        int noted =
                jdbc.sql(
                                """
                                insert into departure (tenant, member, caused_by)
                                select ?, ?, ? where exists (
                                    select from membership_register where tenant = ? and member = ?)
                                """)
                        .params(
                                departure.tenantId(),
                                departure.member(),
                                departure.causedBy(),
                                departure.tenantId(),
                                departure.member())
                        .update();
        if (noted > 0) {
            TransactionSynchronizationManager.registerSynchronization(
                    new TransactionSynchronization() {
                        @Override
                        public void afterCommit() {
                            committed.run();
                        }
                    });
        }
    }

    public void remove(Departure departure) {
        jdbc.sql("delete from departure where tenant = ? and member = ?")
                .params(departure.tenantId(), departure.member())
                .update();
    }

    /** The oldest that still wait. Across tenants. */
    public List<Departure> waiting(int most) {
        return jdbc.sql(
                        """
                        select tenant, member, caused_by from departure
                        order by since, tenant, member limit ?
                        """)
                .param(most)
                .query(
                        (row, number) ->
                                new Departure(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }
}
