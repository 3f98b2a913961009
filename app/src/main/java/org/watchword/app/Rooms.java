package org.watchword.app;

import java.util.EnumMap;
import java.util.Map;
import org.watchword.app.line.RoleFactory;
import org.watchword.app.line.RoleName;
import org.watchword.app.role.AnalyzeRoleFactory;
import org.watchword.app.role.DeskRoleFactory;
import org.watchword.app.role.FetchRoleFactory;
import org.watchword.app.role.IndexRoleFactory;
import org.watchword.app.role.SharedModels;

/** What the other modules bring, named in one place. */
public final class Rooms {

    private Rooms() {}

    /** Every role with its factory. */
    public static Map<RoleName, RoleFactory> roles() {
        SharedModels models = new SharedModels();
        Map<RoleName, RoleFactory> roles = new EnumMap<>(RoleName.class);
        roles.put(RoleName.FETCH, new FetchRoleFactory());
        roles.put(RoleName.ANALYZE, new AnalyzeRoleFactory(models));
        roles.put(RoleName.INDEX, new IndexRoleFactory());
        roles.put(RoleName.DESK, new DeskRoleFactory(models));
        return roles;
    }
}
