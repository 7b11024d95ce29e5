/** People one knows, may know, and who ask to be known. */
import { get, newKey, post, remove } from './api.js';
import { action, avatar, byId, el, showProblem, when } from './dom.js';
import { fullName } from './people.js';

const REASONS = {
    mutual_friends: (count) => (count === 1 ? 'a friend in common' : `${count} friends in common`),
    shared_groups: (count) => (count === 1 ? 'a trip in common' : `${count} trips in common`),
};

export class Friends {
    #suggestions = byId('suggestions');

    constructor(app) {
        this.app = app;
        byId('search').onsubmit = (event) => {
            event.preventDefault();
            this.#search(byId('query').value.trim());
        };
        for (const type of ['friend.requested', 'friend.accepted', 'friend.removed']) {
            app.live.addEventListener(type, () => this.#loadAll());
        }
        app.people.addEventListener('presence', ({ detail }) =>
            document.querySelectorAll(`#people [data-id="${detail}"] .avatar`).forEach((face) =>
                face.classList.toggle('online', app.people.isOnline(detail))));
    }

    /** What /home brought; null when that part failed. */
    load(suggestions) {
        if (suggestions) {
            this.#suggest(suggestions);
        }
        this.#requests();
        this.#friends();
        byId('found').replaceChildren();
    }

    async #loadAll() {
        await Promise.all([this.#requests(), this.#friends(), this.#reloadSuggestions()]);
    }

    /** Fills a list; a part of the suite that is down is said in its place. */
    async #fill(id, path, query, row, nothing) {
        try {
            const page = await get(path, query);
            this.#rows(byId(id), page.items.map(row), nothing);
            return page;
        } catch (problem) {
            const note = el('li', { class: 'problem' });
            showProblem(note, problem);
            byId(id).replaceChildren(note);
            return { items: [] };
        }
    }

    #rows(list, rows, nothing) {
        list.replaceChildren(...(rows.length > 0 ? rows : [el('li', { class: 'muted' }, nothing)]));
    }

    async #requests() {
        const incoming = await this.#fill('requests', '/friends/requests', { direction: 'in', limit: 50 }, ({ user, requestedAt }) =>
            this.#row(user, when(requestedAt),
                action('Accept', () => post(`/friends/requests/${user.id}/accept`).then(() => this.#loadAll())),
                action('Decline', () => remove(`/friends/requests/${user.id}`).then(() => this.#loadAll()), { class: 'quiet' })),
        'Nobody is waiting for an answer.');
        this.app.badge('people', incoming.items.length);
        await this.#fill('asked', '/friends/requests', { direction: 'out', limit: 50 }, ({ user, requestedAt }) =>
            this.#row(user, when(requestedAt),
                action('Withdraw', () => remove(`/friends/requests/${user.id}`).then(() => this.#loadAll()), { class: 'quiet' })),
        'You are waiting for nobody.');
    }

    #friends() {
        return this.#fill('friends', '/friends', { limit: 100 }, ({ user, since }) =>
            this.#row(user, el('span', {}, 'since ', when(since)), action('Write', () => this.#write(user.id))),
        'Not yet. Ask somebody below.');
    }

    /** With one other person there is one conversation, whoever begins it and however often. */
    async #write(userId) {
        const conversation = await post('/conversations', { userIds: [userId] }, newKey());
        this.app.inbox.add(conversation);
        location.hash = `#/conversations/${conversation.id}`;
    }

    #reloadSuggestions() {
        return this.#fill('suggestions', '/graph/suggestions', { limit: 10 }, (one) => this.#suggestion(one), 'Nobody at present.');
    }

    #suggest(suggestions) {
        this.#rows(this.#suggestions, suggestions.map((one) => this.#suggestion(one)), 'Nobody at present.');
    }

    #suggestion({ user, reasons }) {
        const why = reasons.map(({ type, count }) => REASONS[type]?.(count) ?? `${type}: ${count}`).join(', ');
        return this.#row(user, why,
            action('Ask', () => this.#ask(user.id)),
            action('Dismiss', async (button) => {
                await post(`/graph/suggestions/${user.id}/dismiss`);
                button.closest('li').remove();
            }, { class: 'quiet' }));
    }

    async #ask(userId) {
        await post('/friends/requests', { userId }, newKey());
        await this.#loadAll();
    }

    /** By the start of the first or the last name, without case or accents. */
    async #search(q) {
        if (!q) {
            byId('found').replaceChildren();
            return;
        }
        await this.#fill('found', '/users', { q, limit: 10 }, (user) =>
            this.#row(user, '', !this.app.people.isMe(user.id) && action('Ask', async (button) => {
                await this.#ask(user.id);
                button.replaceWith(el('span', { class: 'muted' }, 'asked'));
            })),
        'Nobody of that name.');
    }

    #row(user, about, ...buttons) {
        const name = fullName(this.app.people.learn(user));
        const face = avatar(user.id, name);
        face.classList.toggle('online', this.app.people.isOnline(user.id));
        return el('li', { 'data-id': user.id }, face,
            el('span', { class: 'who' }, el('strong', {}, name), el('small', {}, about)), ...buttons);
    }
}
