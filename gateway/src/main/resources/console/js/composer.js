/** Where one writes: a text, pictures that are uploaded while one writes on, and word to the others that one is writing. */
import { newKey, post, upload } from './api.js';
import { byId, el, press, toast } from './dom.js';

const TYPING_EVERY = 3_000;

export class Composer {
    #form = byId('composer');
    #text = byId('text');
    #send = byId('send');
    #picker = byId('photo');
    #drafts = byId('uploads');
    #answers = byId('answers');
    #conversation = null;
    #attachments = [];
    #replyTo = null;
    #key = newKey();
    #toldTyping = 0;

    /** @param sent called with the message when the API has it */
    constructor(app, sent) {
        this.app = app;
        this.sent = sent;
        this.#form.onsubmit = (event) => {
            event.preventDefault();
            if (!this.#send.disabled) {
                press(this.#send, () => this.#submit());
            }
        };
        this.#text.onkeydown = (event) => {
            const wanted = event.key === 'Enter' && !event.shiftKey && !event.isComposing;
            if (wanted) {
                event.preventDefault();
                this.#form.requestSubmit();
            }
        };
        this.#text.oninput = () => this.#typing();
        this.#picker.onchange = () => this.#upload([...this.#picker.files]);
    }

    /** A file belongs to a person or to a trip: in a conversation of no trip the others could not see it. */
    open(conversation) {
        this.#conversation = conversation;
        this.#picker.disabled = conversation.groupId === null;
        byId('photo-label').title = conversation.groupId ? 'Add a photo' : 'Photos can be shared in the conversation of a trip';
        this.#text.value = '';
        this.#clear();
    }

    reply(message) {
        this.#replyTo = message.id;
        const cancel = { type: 'button', class: 'quiet', 'aria-label': 'Do not reply', onclick: () => this.#noReply() };
        this.#answers.replaceChildren('Replying to ', el('q', {}, message.content), el('button', cancel, '×'));
        this.#answers.hidden = false;
        this.#text.focus();
    }

    #noReply() {
        this.#replyTo = null;
        this.#answers.hidden = true;
    }

    #typing() {
        // Another text is another attempt; the same text keeps its key, so that sending it again cannot say it twice.
        this.#key = newKey();
        if (this.#text.value && Date.now() - this.#toldTyping > TYPING_EVERY) {
            this.#toldTyping = Date.now();
            this.app.live.typing(this.#conversation.id);
        }
    }

    async #submit() {
        const content = this.#text.value.trim() || (this.#attachments.length > 0 ? '📷' : '');
        if (!content) {
            return;
        }
        const message = { conversationId: this.#conversation.id, content };
        if (this.#attachments.length > 0) {
            message.attachments = this.#attachments.map(({ id }) => id);
        }
        if (this.#replyTo) {
            message.replyTo = this.#replyTo;
        }
        const created = await post('/messages', message, this.#key);
        if (created.conversationId === this.#conversation.id) {
            this.#text.value = '';
            this.#clear();
            this.#text.focus();
        }
        this.sent(created);
    }

    #clear() {
        this.#attachments = [];
        this.#drafts.replaceChildren();
        this.#toldTyping = 0;
        this.#key = newKey();
        this.#noReply();
    }

    async #upload(files) {
        this.#picker.value = '';
        const conversation = this.#conversation;
        for (const file of files) {
            const bar = el('progress', { max: 1, value: 0, 'aria-label': `Uploading ${file.name}` });
            const draft = el('li', {}, el('span', {}, file.name), bar);
            this.#drafts.append(draft);
            this.#send.disabled = true;
            try {
                const uploaded = await upload(file, conversation.groupId, (done) => { bar.value = done; });
                this.#attach(uploaded, draft, bar);
            } catch (problem) {
                draft.remove();
                toast(problem);
            } finally {
                this.#send.disabled = false;
            }
        }
    }

    #attach(file, draft, bar) {
        if (!draft.isConnected) {
            return; // another conversation was opened meanwhile
        }
        this.#attachments.push(file);
        this.#key = newKey();
        bar.remove();
        const discard = () => {
            this.#attachments = this.#attachments.filter((other) => other !== file);
            draft.remove();
        };
        draft.prepend(this.app.files.button(file));
        draft.append(el('button', { type: 'button', class: 'quiet', 'aria-label': `Leave out ${file.filename}`, onclick: discard }, '×'));
        this.#text.focus();
    }
}
