package io.rollbook.projections.question;

import io.rollbook.projections.database.Sql;
import io.rollbook.projections.order.Order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;

/** How a list is read, of resources of one type or of all. */
public sealed interface ListQuestion permits PageQuestion, RootQuestion {

    /** A part of it; rows of {@link #read}. */
    Sql page(Window window);

    /** How many resources are on the list: one row of one number. */
    Sql total();

    Order order();

    /** Of what type a row's resource is. */
    ResourceQuestion questionOf(ResultSet row) throws SQLException;

    default ResourcePage read(ResultSet rows) throws SQLException {
        var resources = new ArrayList<ShownResource>();
        long total = 0;
        long found = 0;
        var end = ResourcePage.NONE.end();
        while (rows.next()) {
            total = rows.getLong("total");
            found = rows.getLong("found");
            end = order().read(rows, "k", "id");
            resources.add(questionOf(rows).read(rows));
        }
        return new ResourcePage(total, found, resources, end);
    }
}
