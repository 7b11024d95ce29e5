/**
 * The live connection: hello → identify → ready → events. After a break: hello → resume → resumed and all that was missed, or
 * invalid_session, and then everything is loaded anew.
 *
 * Events of this object: the API's own (`message.created`, …) with their data as `detail`; `fresh` when there may be a gap and what is
 * shown has to be loaded; `status` with `live`, `connecting` or `off`.
 */
import { session } from './session.js';

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 15_000;
const TOKEN_REFUSED = 4401;

export class Live extends EventTarget {
    #socket = null;
    #name = null;
    #seq = null;
    #failures = 0;
    #heartbeat = null;
    #retry = null;
    #heardAt = 0;
    #live = false;
    #over = false;

    constructor() {
        super();
        session.addEventListener('renewed', this.#identifyAgain);
        addEventListener('online', this.#hurry);
        this.#open();
    }

    /** Tells the others of a conversation that one is writing. */
    typing(conversationId) {
        this.#send({ op: 'typing', conversationId });
    }

    close() {
        this.#over = true;
        session.removeEventListener('renewed', this.#identifyAgain);
        removeEventListener('online', this.#hurry);
        clearTimeout(this.#retry);
        clearInterval(this.#heartbeat);
        this.#socket?.close();
        this.#tell('status', 'off');
    }

    #open() {
        this.#tell('status', 'connecting');
        const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
        const socket = new WebSocket(`${scheme}://${location.host}/ws`, ['summertrip.v1']);
        socket.addEventListener('message', ({ data }) => this.#take(JSON.parse(data)));
        socket.addEventListener('close', ({ code }) => this.#lost(socket, code));
        this.#socket = socket;
    }

    #take(frame) {
        this.#heardAt = Date.now();
        switch (frame.op) {
            case 'hello':
                this.#beat(frame.heartbeatMs);
                this.#introduce();
                break;
            case 'ready':
                this.#ready(frame);
                break;
            case 'resumed':
                this.#isLive();
                break;
            case 'invalid_session':
                this.#name = null;
                this.#introduce();
                break;
            case 'event':
                this.#seq = frame.seq;
                this.#tell(frame.type, frame.data);
                break;
            default: // heartbeat-ack, and whatever the protocol may learn
        }
    }

    #introduce() {
        const token = session.token();
        this.#send(this.#name ? { op: 'resume', session: this.#name, seq: this.#seq, token } : { op: 'identify', token });
    }

    #ready(frame) {
        const begins = this.#name === null;
        this.#name = frame.session;
        this.#isLive();
        if (begins) {
            this.#seq = frame.seq;
            this.#tell('fresh');
        }
    }

    #isLive() {
        this.#live = true;
        this.#failures = 0;
        this.#tell('status', 'live');
    }

    /** The gateway closes what is silent; what the gateway leaves without an answer is dead, though the browser does not know it yet. */
    #beat(every) {
        clearInterval(this.#heartbeat);
        this.#heartbeat = setInterval(() => {
            if (Date.now() - this.#heardAt > every * 1.5) {
                this.#lost(this.#socket, 0);
            } else {
                this.#send({ op: 'heartbeat' });
            }
        }, every * 0.8);
    }

    async #lost(socket, code) {
        if (this.#over || socket !== this.#socket) {
            return;
        }
        this.#socket = null;
        this.#live = false;
        socket.close();
        clearInterval(this.#heartbeat);
        this.#tell('status', 'connecting');
        if (code === TOKEN_REFUSED) {
            await session.renew();
        }
        const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** this.#failures);
        this.#failures += 1;
        // Each client after another pause: a gateway that restarts is not met by all of them at once.
        this.#retry = setTimeout(this.#hurry, pause * (0.5 + Math.random() / 2));
    }

    #hurry = () => {
        clearTimeout(this.#retry);
        if (!this.#over && this.#socket === null) {
            this.#open();
        }
    };

    /** The socket lives as long as its token: a new one is handed in before the old one expires. */
    #identifyAgain = () => {
        if (this.#live) {
            this.#send({ op: 'identify', token: session.token() });
        }
    };

    #send(frame) {
        if (this.#socket?.readyState === WebSocket.OPEN) {
            this.#socket.send(JSON.stringify(frame));
        }
    }

    #tell(type, detail) {
        this.dispatchEvent(new CustomEvent(type, { detail }));
    }
}
