/** One conversation: its history page by page, and whatever happens in it while one looks. */
import { get, post } from './api.js';
import { byId, dates, el, press, toast } from './dom.js';
import { Composer } from './composer.js';
import { messageItem } from './message.js';

const PAGE = 30;
const TYPING_FOR = 5_000;

export class ConversationView {
    #list = byId('messages');
    #history = byId('history');
    #older = byId('older');
    #conversation = null;
    #messages = new Map();
    #before = null;
    #typing = new Map();
    #seen = new Map();

    constructor(app) {
        this.app = app;
        this.composer = new Composer(app, (message) => this.#take(message));
        this.#older.onclick = () => press(this.#older, () => this.#loadOlder());
        document.addEventListener('visibilitychange', this.#markRead);
        document.addEventListener('click', this.#closeMenus);
        app.inbox.addEventListener('renamed', ({ detail }) => detail === this.#conversation?.id && this.#head());
        this.#listen('message.created', (message) => this.#take(message));
        this.#listen('message.updated', (message) => this.#replace(message));
        this.#listen('message.deleted', (message) => this.#replace(message));
        this.#listen('message.reaction', (reaction) => this.#react(reaction));
        this.#listen('conversation.read', ({ userId, messageId }) => this.#read(userId, messageId));
        this.#listen('typing', ({ userId }) => this.#types(userId));
    }

    /** Events of the conversation that is shown; of the others only the inbox takes notice. */
    #listen(type, listener) {
        this.app.live.addEventListener(type, ({ detail }) => {
            if (detail.conversationId === this.#conversation?.id) {
                listener(detail);
            }
        });
    }

    get id() {
        return this.#conversation?.id ?? null;
    }

    close() {
        this.#conversation = null;
        document.removeEventListener('visibilitychange', this.#markRead);
        document.removeEventListener('click', this.#closeMenus);
    }

    /** A menu is open as long as one is in it. */
    #closeMenus = ({ target }) => this.#list.querySelectorAll('details[open]').forEach((menu) => {
        menu.open = menu.contains(target);
    });

    async open(id) {
        const conversation = await this.app.inbox.find(id);
        const again = this.#conversation?.id === id;
        this.#conversation = conversation;
        this.app.inbox.open(id);
        this.#messages.clear();
        this.#typing.clear();
        this.#seen.clear();
        this.#showTyping();
        this.#list.replaceChildren();
        byId('nothing-open').hidden = true;
        byId('conversation').hidden = false;
        if (!again) {
            this.composer.open(conversation);
        }
        await Promise.all([this.#head(), this.#load(), this.#photos()]);
    }

    async #head() {
        const conversation = this.#conversation;
        const title = await this.app.inbox.title(conversation);
        const group = this.app.groups.get(conversation.groupId);
        byId('conversation-title').textContent = title;
        byId('conversation-about').textContent = group
            ? [group.destination, dates(group.startsOn, group.endsOn), `${group.memberCount} travellers`].filter(Boolean).join(' · ')
            : await this.app.people.names(conversation.participantIds);
    }

    /** Newest first from the API, newest at the bottom here; `next` leads to what is older. */
    async #load() {
        const id = this.id;
        const page = await get(`/messages/${id}`, { limit: PAGE });
        if (id !== this.id) {
            return;
        }
        page.items.reverse().forEach((message) => this.#insert(message));
        this.#before = page.next;
        this.#older.hidden = page.next === null;
        this.#history.scrollTop = 0;
        this.#markRead();
    }

    async #loadOlder() {
        const id = this.id;
        const page = await get(`/messages/${id}`, { limit: PAGE, before: this.#before });
        if (id !== this.id) {
            return;
        }
        page.items.forEach((message) => this.#insert(message));
        this.#before = page.next;
        this.#older.hidden = page.next === null;
    }

    async #photos() {
        const strip = byId('photos');
        const { id, groupId } = this.#conversation;
        strip.replaceChildren();
        const files = groupId ? await this.app.files.ofGroup(groupId).catch(() => []) : [];
        if (id === this.id) {
            const pictures = files.filter((file) => file.contentType.startsWith('image/'));
            strip.replaceChildren(...pictures.map((file) => el('li', {}, this.app.files.button(file))));
        }
    }

    /** From the answer to one's own POST and from the socket, whichever is first: one message all the same. */
    #take(message) {
        if (message.conversationId !== this.id || this.#messages.has(message.id)) {
            return;
        }
        this.#insert(message);
        this.#types(message.senderId, false);
        if (this.app.people.isMe(message.senderId)) {
            this.#history.scrollTop = 0; // which is the bottom: the list hangs from there (see .history in views.css)
        }
        this.#markRead();
    }

    /** Ids are UUIDv7, whose order is that of time: where a message belongs follows from its id alone. */
    #insert(message) {
        if (this.#messages.has(message.id)) {
            return;
        }
        this.#messages.set(message.id, message);
        const next = [...this.#list.children].find((item) => item.dataset.id > message.id);
        this.#list.insertBefore(this.#item(message), next ?? null);
    }

    #item(message) {
        return messageItem(message, {
            people: this.app.people,
            files: this.app.files,
            find: (id) => this.#messages.get(id),
            reply: (answered) => this.composer.reply(answered),
        });
    }

    /** An event is the same for all who are told: which reactions are mine is known here. */
    #replace(message) {
        const before = this.#messages.get(message.id);
        if (before) {
            const mine = new Set(before.reactions.filter((one) => one.mine).map((one) => one.emoji));
            const reactions = message.reactions.map((one) => ({ ...one, mine: mine.has(one.emoji) }));
            this.#redraw({ ...message, reactions });
        }
    }

    #react({ messageId, userId, emoji, added, reactions }) {
        const message = this.#messages.get(messageId);
        if (!message) {
            return;
        }
        const mine = new Set(message.reactions.filter((one) => one.mine).map((one) => one.emoji));
        if (this.app.people.isMe(userId)) {
            mine[added ? 'add' : 'delete'](emoji);
        }
        this.#redraw({ ...message, reactions: reactions.map((one) => ({ ...one, mine: mine.has(one.emoji) })) });
    }

    #redraw(message) {
        this.#messages.set(message.id, message);
        this.#list.querySelector(`[data-id="${message.id}"]`)?.replaceWith(this.#item(message));
    }

    /** The marker only moves forward; it does so when somebody looks. */
    #markRead = async () => {
        const newest = [...this.#messages.keys()].sort().at(-1);
        const conversation = this.#conversation;
        const unread = newest && conversation && (conversation.lastReadMessageId ?? '') < newest && conversation.unreadCount > 0;
        if (!unread || document.hidden || this.#list.offsetParent === null) {
            return;
        }
        conversation.lastReadMessageId = newest;
        try {
            await post(`/conversations/${conversation.id}/read`, { messageId: newest });
        } catch (problem) {
            toast(problem);
        }
    };

    async #read(userId, messageId) {
        if (this.app.people.isMe(userId)) {
            return;
        }
        this.#seen.set(userId, messageId);
        const newest = [...this.#messages.keys()].sort().at(-1);
        const readers = [...this.#seen].filter(([, seen]) => seen >= newest).map(([id]) => id);
        byId('seen').textContent = readers.length > 0 ? `Seen by ${await this.app.people.names(readers)}` : '';
    }

    #types(userId, begins = true) {
        clearTimeout(this.#typing.get(userId));
        this.#typing.delete(userId);
        if (begins) {
            this.#typing.set(userId, setTimeout(() => this.#types(userId, false), TYPING_FOR));
        }
        this.#showTyping();
    }

    async #showTyping() {
        const ids = [...this.#typing.keys()];
        const names = await this.app.people.names(ids);
        byId('typing').textContent = ids.length > 0 ? `${names} ${ids.length > 1 ? 'are' : 'is'} typing …` : '';
        if (ids.length > 0) {
            byId('seen').textContent = '';
        }
    }
}
