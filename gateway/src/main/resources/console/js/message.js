/** One message as it is shown: who, what, pictures, reactions, and what may be done with it. */
import { getTagged, patch, put, remove } from './api.js';
import { action, avatar, el, press, when } from './dom.js';

const EMOJI = ['👍', '❤️', '😂', '🎉', '🌞', '🤔'];

const path = ({ conversationId, id }) => `/messages/${conversationId}/${id}`;

/**
 * @param message as the API shows it
 * @param context `people`, `files`, `find(id)` for what a reply answers, `reply(message)`
 */
export function messageItem(message, context) {
    const mine = context.people.isMe(message.senderId);
    const item = el('li', { class: mine ? 'message mine' : 'message', 'data-id': message.id });
    const name = el('span', { class: 'name' });
    context.people.name(message.senderId).then((known) => {
        name.textContent = mine ? 'You' : known;
        item.prepend(avatar(message.senderId, known));
    });
    const bubble = el('div', { class: 'bubble' }, el('div', { class: 'byline' }, name, when(message.createdAt), changed(message)));
    item.append(bubble);
    if (message.deleted) {
        bubble.append(el('p', { class: 'muted' }, 'This message was deleted.'));
        return item;
    }
    bubble.append(...quote(message, context), el('p', { class: 'content' }, message.content));
    if (message.attachments.length > 0) {
        bubble.append(el('div', { class: 'pictures' }, ...message.attachments.map((id) => context.files.show(id))));
    }
    bubble.append(reactions(message), tools(message, mine, bubble, context));
    return item;
}

function changed({ editedAt, deleted }) {
    return editedAt && !deleted ? el('span', { class: 'muted' }, 'edited') : '';
}

function quote({ replyTo }, context) {
    if (!replyTo) {
        return [];
    }
    const answered = context.find(replyTo);
    return [el('blockquote', {}, answered ? answered.content || 'A deleted message' : 'An earlier message')];
}

function reactions(message) {
    const chips = message.reactions.map(({ emoji, count, mine }) => {
        const label = `${emoji} ${count}, ${mine ? 'take yours back' : 'react too'}`;
        return action(`${emoji} ${count}`, () => react(message, emoji, !mine), { 'aria-pressed': String(mine), 'aria-label': label });
    });
    return el('div', { class: 'reactions' }, ...chips);
}

/** Both are idempotent: said twice, nothing happens twice. The change arrives over the socket, as it does for everybody else. */
function react(message, emoji, wanted) {
    const place = `${path(message)}/reactions/${encodeURIComponent(emoji)}`;
    return wanted ? put(place) : remove(place);
}

function tools(message, mine, bubble, context) {
    const menu = el('details', { class: 'tools' }, el('summary', { 'aria-label': 'What to do with this message' }, '⋯'));
    const close = (then) => () => {
        menu.open = false;
        return then();
    };
    const quiet = { type: 'button', class: 'quiet' };
    const own = mine ? [el('button', { ...quiet, onclick: close(() => edit(message, bubble)) }, 'Edit'), deletion(message)] : [];
    menu.append(el('div', {},
        el('div', { class: 'palette' }, ...EMOJI.map((emoji) =>
            action(emoji, close(() => react(message, emoji, true)), { class: 'quiet', 'aria-label': `React with ${emoji}` }))),
        el('button', { ...quiet, onclick: close(() => context.reply(message)) }, 'Reply'), ...own));
    return menu;
}

/** Asked twice, because nobody gets it back. */
function deletion(message) {
    const button = el('button', { type: 'button', class: 'quiet' }, 'Delete');
    button.addEventListener('blur', () => { button.textContent = 'Delete'; });
    button.addEventListener('click', () => {
        if (button.textContent === 'Delete') {
            button.textContent = 'Really delete?';
        } else {
            press(button, () => remove(path(message)));
        }
    });
    return button;
}

/** Reads the message with its ETag first: if another device of mine was faster, the change is refused (412) and not lost. */
async function edit(message, bubble) {
    const content = bubble.querySelector('.content');
    const text = el('textarea', { rows: 2, maxlength: 4000, 'aria-label': 'Edit the message' });
    text.value = message.content;
    const save = el('button', { type: 'submit' }, 'Save');
    const form = el('form', { class: 'editing' }, text, save,
        el('button', { type: 'button', class: 'quiet', onclick: () => form.replaceWith(content) }, 'Cancel'));
    form.addEventListener('keydown', (event) => event.key === 'Escape' && form.replaceWith(content));
    form.addEventListener('submit', (event) => {
        event.preventDefault();
        press(save, async () => {
            await patch(path(message), { content: text.value }, (await tagged).etag);
            form.replaceWith(content); // the new text comes over the socket
        });
    });
    const tagged = getTagged(path(message));
    tagged.catch(() => {}); // told when it is needed
    content.replaceWith(form);
    text.focus();
}
