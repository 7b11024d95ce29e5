package org.summertrip.users;

import org.summertrip.kit.problem.ErrorCode;

/** Every way in which users-service says no, beyond what all services share. */
public enum UsersError implements ErrorCode {
    EMAIL_TAKEN(409, "email-taken", "There is an account with this e-mail already"),
    WRONG_CREDENTIALS(401, "wrong-credentials", "E-mail or password is wrong"),
    WRONG_PASSWORD(403, "wrong-password", "The current password is wrong"),
    WRONG_CLIENT(401, "wrong-client", "There is no such client, or its secret is wrong"),
    EXTERNAL_ISSUER(403, "external-issuer", "Accounts are kept elsewhere; sign in there"),
    SESSION_ENDED(401, "session-ended", "The session has ended; log in again"),
    GROUP_FULL(409, "group-full", "The group has no place left"),
    ALREADY_MEMBER(409, "already-member", "You are a member of this group already"),
    BANNED(403, "banned", "You are banned from this group"),
    MEMBERS_ONLY(403, "members-only", "Only members may do this"),
    ADMINS_ONLY(403, "admins-only", "Only admins of the group may do this"),
    OWNERS_ONLY(403, "owners-only", "Only owners of the group may do this"),
    PROPOSERS_ONLY(403, "proposers-only", "Only who proposed it and admins of the group may do this"),
    LAST_OWNER(409, "last-owner", "A group keeps at least one owner"),
    MEMBER_BANNED(409, "member-banned", "This person is banned; lift the ban first"),
    TOO_MANY_MEMBERS(409, "too-many-members", "The group has more members than that already"),
    PLAN_OVERLAP(409, "plan-overlap", "Two things cannot happen at once"),
    INVITE_SPENT(410, "invite-spent", "The invite has expired or was used up");

    private final int status;
    private final String code;
    private final String title;

    UsersError(int status, String code, String title) {
        this.status = status;
        this.code = code;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String title() {
        return title;
    }
}
