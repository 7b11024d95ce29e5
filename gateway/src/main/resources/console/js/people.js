/** Names instead of ids, asked for once each, and who is there. */
import { get } from './api.js';

/** Events: `presence` with the id of whoever came or went. */
export class People extends EventTarget {
    #names = new Map();
    #online = new Set();

    constructor(me, live) {
        super();
        this.me = me;
        this.learn(me);
        live.addEventListener('presence.changed', ({ detail }) => {
            this.#online[detail.status === 'online' ? 'add' : 'delete'](detail.userId);
            this.dispatchEvent(new CustomEvent('presence', { detail: detail.userId }));
        });
    }

    /** What an answer tells about somebody anyway need not be asked for. */
    learn(user) {
        this.#names.set(user.id, Promise.resolve(fullName(user)));
        return user;
    }

    name(id) {
        if (!this.#names.has(id)) {
            const asked = get(`/users/${id}`).then(fullName, (problem) => {
                if (problem.status !== 404) {
                    this.#names.delete(id); // not known now is not unknown for ever
                }
                return 'Somebody who left';
            });
            this.#names.set(id, asked);
        }
        return this.#names.get(id);
    }

    async names(ids) {
        return (await Promise.all(ids.map((id) => this.name(id)))).join(', ');
    }

    isMe(id) {
        return id === this.me.id;
    }

    isOnline(id) {
        return this.#online.has(id);
    }
}

export function fullName(user) {
    return [user.firstName, user.lastName].filter(Boolean).join(' ') || 'Somebody without a name';
}
