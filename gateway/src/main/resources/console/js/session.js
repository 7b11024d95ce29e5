/**
 * Who is signed in. The access token lives in memory only. The refresh token is in sessionStorage: a reload keeps the session, another
 * tab or another day does not. Each refresh token is good for one use; using it twice ends the session (RFC 9700).
 */
import { call, post, signWith } from './api.js';

const KEY = 'summer-trip.refresh-token';

/** Events: `renewed` when there is a new access token, `ended` when there is none any more. */
class Session extends EventTarget {
    #accessToken = null;
    #renewing = null;
    #timer = null;

    token() {
        return this.#accessToken;
    }

    async signIn(email, password) {
        this.#keep(await anonymous('/auth/login', { email, password }));
    }

    /** Makes an account and signs it in. */
    async signUp(account) {
        await anonymous('/users', account);
        await this.signIn(account.email, account.password);
    }

    /** After a reload: true if the session goes on. */
    async restore() {
        return sessionStorage.getItem(KEY) !== null && this.renew();
    }

    /** A new access token for everybody who asks at the same moment: the refresh token may be used only once. */
    renew() {
        this.#renewing ??= this.#renew().finally(() => {
            this.#renewing = null;
        });
        return this.#renewing;
    }

    async #renew() {
        const refreshToken = sessionStorage.getItem(KEY);
        if (!refreshToken) {
            return false;
        }
        try {
            this.#keep(await anonymous('/auth/refresh', { refreshToken }));
            this.dispatchEvent(new Event('renewed'));
            return true;
        } catch (problem) {
            if (problem.status === 401) {
                this.#forget();
            }
            return false;
        }
    }

    /** The refresh token goes first: nobody is to try it after the session has ended, as the closing socket would. */
    async signOut() {
        sessionStorage.removeItem(KEY);
        try {
            await post('/auth/logout');
        } finally {
            this.#forget();
        }
    }

    #keep({ accessToken, refreshToken, expiresIn }) {
        this.#accessToken = accessToken;
        sessionStorage.setItem(KEY, refreshToken);
        clearTimeout(this.#timer);
        // Well before it expires, so that nobody waits for it and the socket is never closed for it.
        this.#timer = setTimeout(() => this.renew(), expiresIn * 800);
    }

    #forget() {
        this.#accessToken = null;
        sessionStorage.removeItem(KEY);
        clearTimeout(this.#timer);
        this.dispatchEvent(new Event('ended'));
    }
}

async function anonymous(path, body) {
    return (await call('POST', path, { body, anonymous: true })).json();
}

export const session = new Session();
signWith(session);
