/** What the page is made of, and which part of it is shown. Begin reading here, then api.js, session.js and socket.js. */
import { get } from './api.js';
import { byId, showProblem, toast } from './dom.js';
import { session } from './session.js';
import { Live } from './socket.js';
import { People, fullName } from './people.js';
import { Files } from './files.js';
import { Inbox } from './inbox.js';
import { ConversationView } from './conversation.js';
import { Friends } from './friends.js';
import { Notifications } from './notifications.js';
import { GraphView } from './graph.js';

const VIEWS = ['inbox', 'people', 'notifications', 'graph'];
const STATUS = { live: 'Live', connecting: 'Connecting …', again: 'Reconnecting …', off: 'Offline' };

/** Everything of one signed-in person; made when they come, dropped as a whole when they go. */
class App {
    groups = new Map();
    loaded = false;

    constructor(me) {
        this.me = me;
        this.live = new Live();
        this.live.addEventListener('status', ({ detail }) => this.#status(detail));
        this.live.addEventListener('fresh', () => this.load());
        this.people = new People(me, this.live);
        this.files = new Files();
        this.inbox = new Inbox(this);
        this.conversation = new ConversationView(this);
        this.friends = new Friends(this);
        this.notifications = new Notifications(this);
        this.graph = new GraphView(this);
        byId('me').textContent = fullName(me);
        this.#status('connecting');
        // Events are on from `fresh` on, so nothing is missed between loading and listening. Without a socket it goes on without.
        this.patience = setTimeout(() => this.load(), 3_000);
    }

    /** The start in one call. A part whose service is down is null and named; the others are shown. */
    async load() {
        clearTimeout(this.patience);
        try {
            const home = await get('/home');
            this.groups = new Map((home.groups ?? []).map((group) => [group.id, group]));
            this.inbox.load(home.conversations ?? []);
            this.friends.load(home.suggestions);
            this.notifications.load(home.notifications);
            byId('partial').hidden = home.partial.length === 0;
            byId('partial').textContent = `Not available at the moment: ${home.partial.join(', ')}.`;
            this.loaded = true;
            await this.show();
        } catch (problem) {
            toast(problem);
        }
    }

    /** What the address says: #/people, #/conversations/{id}, … */
    async show() {
        const [, place, id] = location.hash.split('/');
        const view = VIEWS.includes(place) ? place : 'inbox';
        VIEWS.forEach((name) => { byId(name).hidden = name !== view; });
        document.querySelectorAll('nav a').forEach((link) =>
            link.setAttribute('aria-current', link.hash === `#/${view}` ? 'page' : 'false'));
        const opens = place === 'conversations' && id;
        byId('inbox').classList.toggle('reading', Boolean(opens));
        if (!this.loaded) {
            return;
        }
        try {
            if (opens) {
                await this.conversation.open(id);
            } else if (view === 'graph') {
                await this.graph.open();
            }
        } catch (problem) {
            toast(problem);
        }
    }

    badge(view, count) {
        const badge = byId(`${view}-count`);
        badge.hidden = count === 0;
        badge.textContent = count > 99 ? '99+' : String(count);
    }

    #status(status) {
        byId('status').dataset.status = status;
        byId('status').textContent = STATUS[status === 'connecting' && this.loaded ? 'again' : status];
    }

    close() {
        clearTimeout(this.patience);
        this.live.close();
        this.conversation.close();
        this.notifications.close();
        this.files.close();
    }
}

let app = null;

async function enter() {
    try {
        const me = await get('/users/me');
        app = new App(me);
        byId('welcome').hidden = true;
        byId('app').hidden = false;
        await app.show();
    } catch (problem) {
        leave();
        showProblem(byId('sign-in-problem'), problem);
    }
}

function leave() {
    if (app) {
        app.close();
        app = null;
        history.replaceState(null, '', location.pathname); // where one was is nothing to the next
    }
    byId('app').hidden = true;
    byId('welcome').hidden = false;
    byId('email').focus();
}

/** The one form signs in, or makes an account and signs in. */
function welcome() {
    const form = byId('sign-in');
    const submit = byId('submit');
    let signsUp = false;
    byId('other-way').onclick = () => {
        signsUp = !signsUp;
        byId('names').hidden = !signsUp;
        byId('password').autocomplete = signsUp ? 'new-password' : 'current-password';
        submit.textContent = signsUp ? 'Create the account' : 'Sign in';
        byId('other-way').textContent = signsUp ? 'I have an account' : 'Create an account';
    };
    form.onsubmit = async (event) => {
        event.preventDefault();
        const { email, password, firstName, lastName } = Object.fromEntries(new FormData(form));
        submit.disabled = true;
        showProblem(byId('sign-in-problem'), null);
        try {
            await (signsUp
                ? session.signUp({ email, password, firstName: firstName || undefined, lastName: lastName || undefined })
                : session.signIn(email, password));
            byId('password').value = '';
            await enter();
        } catch (problem) {
            showProblem(byId('sign-in-problem'), problem);
        } finally {
            submit.disabled = false;
        }
    };
}

welcome();
session.addEventListener('ended', leave);
addEventListener('hashchange', () => app?.show());
byId('sign-out').onclick = () => session.signOut().catch(toast);
byId('skip').onclick = () => byId('main').focus();
byId('close-lightbox').onclick = () => byId('lightbox').close();
if (await session.restore()) {
    await enter();
} else {
    leave();
}
