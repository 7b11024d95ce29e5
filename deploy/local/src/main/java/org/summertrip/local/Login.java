package org.summertrip.local;

/** Somebody who can sign in. */
public record Login(String email, String password) {}
