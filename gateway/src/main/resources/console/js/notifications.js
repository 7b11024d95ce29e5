/** What one is told: newest first, UNSEEN → SEEN → CLICKED, never back. */
import { get, patch, post } from './api.js';
import { action, byId, el, press, toast, when } from './dom.js';

export class Notifications {
    #list = byId('notices');
    #more = byId('more-notifications');
    #cursor = null;
    #later = null;

    constructor(app) {
        this.app = app;
        this.#more.onclick = () => press(this.#more, () => this.#page());
        byId('all-seen').onclick = () => press(byId('all-seen'), () => this.#allSeen());
        app.live.addEventListener('notification.created', () => this.#soon());
        // Reading a conversation makes its notification seen, a moment later.
        app.live.addEventListener('conversation.read', ({ detail }) => app.people.isMe(detail.userId) && this.#soon());
    }

    /** What /home brought; null when that part failed. */
    load(unseen) {
        if (unseen) {
            this.app.badge('notifications', unseen.unseenCount);
        }
        this.reload();
    }

    async reload() {
        this.#cursor = null;
        try {
            await this.#page();
        } catch (problem) {
            toast(problem);
        }
    }

    /** Many events at once are one request. */
    #soon() {
        clearTimeout(this.#later);
        this.#later = setTimeout(() => this.reload(), 700);
    }

    close() {
        clearTimeout(this.#later);
    }

    async #page() {
        const query = this.#cursor ? { cursor: this.#cursor } : {};
        const page = await get('/notifications/me', { limit: 20, ...query });
        if (!this.#cursor) {
            this.#list.replaceChildren();
        }
        this.#list.append(...page.items.map((one) => this.#row(one)));
        if (!this.#list.firstChild) {
            this.#list.append(el('li', { class: 'muted' }, 'Nothing yet.'));
        }
        this.#cursor = page.next;
        this.#more.hidden = page.next === null;
        this.app.badge('notifications', page.unseenCount);
        byId('all-seen').disabled = page.unseenCount === 0;
    }

    #row(notification) {
        const { id, message, link, state, createdAt, type } = notification;
        const place = this.#place(link);
        const text = place ? el('a', { href: place, onclick: () => this.#move(id, 'CLICKED') }, message) : el('span', {}, message);
        return el('li', { class: state === 'UNSEEN' ? 'unseen' : '', 'data-type': type },
            el('span', { class: 'who' }, text, el('small', {}, when(createdAt))),
            state === 'UNSEEN' && action('Seen', () => this.#move(id, 'SEEN'), { class: 'quiet' }));
    }

    /** The API's links name resources; this page knows where it shows some of them. */
    #place(link) {
        const trip = link?.match(/^\/(?:groups|conversations)\/([0-9a-f-]{36})/);
        return trip ? `#/conversations/${trip[1]}` : link?.startsWith('/friends') ? '#/people' : null;
    }

    async #move(id, state) {
        await patch(`/notifications/me/${id}`, { state });
        await this.reload();
    }

    async #allSeen() {
        const newest = await get('/notifications/me', { limit: 1 });
        if (newest.items.length > 0) {
            await post('/notifications/me/seen', { upTo: newest.items[0].id });
        }
        await this.reload();
    }
}
