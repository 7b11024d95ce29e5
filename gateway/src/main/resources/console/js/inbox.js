/** The inbox: conversations, the one with the newest activity first, with what is unread in each. */
import { get } from './api.js';
import { avatar, byId, el, press, when } from './dom.js';

/** Events: `renamed` with the id of a conversation when its title is known. */
export class Inbox extends EventTarget {
    #list = byId('conversations');
    #more = byId('more-conversations');
    #conversations = new Map();
    #items = new Map();
    #cursor = null;
    #open = null;

    constructor(app) {
        super();
        this.app = app;
        this.#more.onclick = () => press(this.#more, () => this.#loadMore());
        const on = (type, listener) => app.live.addEventListener(type, ({ detail }) => listener(detail));
        on('message.created', (message) => this.#spoken(message));
        on('message.updated', (message) => this.#changed(message));
        on('message.deleted', (message) => this.#changed(message));
        on('conversation.read', (marker) => this.#read(marker));
        on('member.joined', ({ groupId, userId }) => this.app.people.isMe(userId) && this.#reload(groupId));
        on('member.left', ({ groupId, userId }) => this.app.people.isMe(userId) && this.#drop(groupId));
        app.people.addEventListener('presence', () => this.#conversations.forEach((one) => this.#show(one)));
    }

    /** What /home brought: the first page, without its cursor. */
    load(conversations) {
        this.#conversations.clear();
        this.#items.clear();
        this.#list.replaceChildren();
        this.#cursor = null;
        this.#more.hidden = conversations.length < 20;
        conversations.forEach((one) => this.add(one));
        byId('no-conversations').hidden = conversations.length > 0;
    }

    /** Also what is known already, as it is now: whoever holds it sees the change. */
    add(conversation) {
        const known = Object.assign(this.#conversations.get(conversation.id) ?? {}, conversation);
        this.#conversations.set(known.id, known);
        this.#item(known.id);
        this.#show(known);
        this.#sort();
    }

    /** One that is perhaps not among those on the list. */
    async find(id) {
        if (!this.#conversations.has(id)) {
            this.add(await get(`/conversations/${id}`));
        }
        return this.#conversations.get(id);
    }

    /** The conversation that is looked at: what arrives there is read. */
    open(id) {
        this.#open = id;
        this.#conversations.forEach((one) => this.#show(one));
    }

    /** A group's title; a direct conversation is called after the other one. */
    async title(conversation) {
        const others = conversation.participantIds.filter((id) => !this.app.people.isMe(id));
        return conversation.title ?? this.app.people.names(others.slice(0, 4));
    }

    #other(conversation) {
        return conversation.kind === 'direct' && conversation.participantIds.find((id) => !this.app.people.isMe(id));
    }

    async #loadMore() {
        const query = this.#cursor ? { cursor: this.#cursor } : {};
        const page = await get('/conversations', { limit: 50, ...query });
        page.items.forEach((one) => this.add(one));
        this.#cursor = page.next;
        this.#more.hidden = page.next === null;
    }

    async #spoken(message) {
        const known = this.#conversations.get(message.conversationId);
        if (!known) {
            await this.#reload(message.conversationId);
            return;
        }
        const isNew = !known.lastMessage || known.lastMessage.id < message.id;
        if (isNew) {
            known.lastMessage = message;
            known.unreadCount += this.app.people.isMe(message.senderId) ? 0 : 1;
        }
        this.#show(known);
        this.#sort();
    }

    #changed(message) {
        const known = this.#conversations.get(message.conversationId);
        if (known?.lastMessage?.id === message.id) {
            known.lastMessage = message;
            this.#show(known);
        }
    }

    /** The marker moved, here or on another device of mine. Behind the last message, only the API knows how much is left. */
    #read({ conversationId, userId, messageId }) {
        const known = this.#conversations.get(conversationId);
        if (!known || !this.app.people.isMe(userId)) {
            return;
        }
        known.lastReadMessageId = messageId;
        if (!known.lastMessage || messageId >= known.lastMessage.id) {
            known.unreadCount = 0;
            this.#show(known);
        } else {
            this.#reload(conversationId);
        }
    }

    async #reload(id) {
        try {
            this.add(await get(`/conversations/${id}`));
        } catch (problem) {
            console.debug('a conversation that is not there yet, or not any more', id, problem);
        }
    }

    #drop(id) {
        this.#conversations.delete(id);
        this.#items.get(id)?.remove();
        this.#items.delete(id);
    }

    async #show(conversation) {
        const { id, lastMessage } = conversation;
        const title = await this.title(conversation);
        const last = lastMessage && (await this.#preview(lastMessage));
        if (this.#conversations.get(id) !== conversation || conversation.lastMessage !== lastMessage) {
            return; // overtaken while names were asked for
        }
        const { unreadCount } = conversation;
        const other = this.#other(conversation);
        const face = avatar(other || id, conversation.groupId ? title.slice(0, 1) : title);
        face.classList.toggle('online', Boolean(other) && this.app.people.isOnline(other));
        face.classList.toggle('trip', conversation.groupId !== null);
        const link = this.#item(id).firstElementChild;
        link.setAttribute('aria-current', String(this.#open === id));
        link.replaceChildren(
            face,
            el('span', { class: 'title' }, title),
            lastMessage ? when(lastMessage.createdAt) : '',
            el('span', { class: 'last' }, last ?? 'Nothing has been said yet'),
            unreadCount > 0 ? el('span', { class: 'badge', 'aria-label': `${unreadCount} unread` }, String(unreadCount)) : '',
        );
        this.dispatchEvent(new CustomEvent('renamed', { detail: id }));
    }

    async #preview({ senderId, content, deleted }) {
        const name = this.app.people.isMe(senderId) ? 'You' : (await this.app.people.name(senderId)).split(' ')[0];
        return `${name}: ${deleted ? 'deleted' : content}`;
    }

    #item(id) {
        if (!this.#items.has(id)) {
            const item = el('li', { 'data-id': id }, el('a', { href: `#/conversations/${id}` }));
            this.#items.set(id, item);
            this.#list.append(item);
            byId('no-conversations').hidden = true;
        }
        return this.#items.get(id);
    }

    /** Moves as little as possible: what is moved loses the focus. */
    #sort() {
        const activity = (id) => this.#conversations.get(id).lastMessage?.createdAt ?? this.#conversations.get(id).createdAt;
        const sorted = [...this.#items.keys()].sort((a, b) => activity(b).localeCompare(activity(a)));
        sorted.forEach((id, index) => {
            const item = this.#items.get(id);
            if (this.#list.children[index] !== item) {
                this.#list.insertBefore(item, this.#list.children[index] ?? null);
            }
        });
    }
}
