/** The friendship graph, drawn: people, trips, and what is between them. Below it the same in words. */
import { get } from './api.js';
import { byId, el, showProblem, svg } from './dom.js';
import { Forces } from './forces.js';

const KINDS = {
    FRIEND: { legend: 'friends', says: 'is a friend of' },
    MEMBER_OF: { legend: 'travels along', says: 'travels with' },
    FOLLOWS: { legend: 'follows', says: 'follows' },
    REQUESTED: { legend: 'has asked', says: 'has asked' },
    BLOCKED: { legend: 'blocks', says: 'blocks' },
};

export class GraphView {
    #canvas = byId('drawing');
    #kind = byId('kind');
    #stale = true;

    constructor(app) {
        this.app = app;
        this.#kind.onchange = () => this.open(true);
        for (const type of ['friend.requested', 'friend.accepted', 'friend.removed', 'member.joined', 'member.left']) {
            app.live.addEventListener(type, () => this.#refresh());
        }
    }

    /** Loaded when it is looked at. */
    async open(anew = this.#stale) {
        if (!anew) {
            return;
        }
        this.#stale = false;
        try {
            const type = this.#kind.value;
            this.#draw(await get('/graph/relationships', type ? { limit: 100, type } : { limit: 100 }));
            showProblem(byId('graph-problem'), null);
        } catch (problem) {
            this.#stale = true;
            showProblem(byId('graph-problem'), problem);
        }
    }

    #refresh() {
        this.#stale = true;
        if (!byId('graph').hidden) {
            this.open();
        }
    }

    /** The drawing has the shape of its place, so that on a telephone it is high and not small. */
    #draw({ nodes, edges }) {
        const place = this.#canvas.getBoundingClientRect();
        const width = place.width < 600 ? 560 : 1000;
        const height = Math.round(width * Math.max(place.height / place.width, 0.5)) || 600;
        this.#canvas.setAttribute('viewBox', `0 0 ${width} ${height}`);

        const byKey = new Map(nodes.map((node) => [node.id, { ...node }]));
        const drawn = edges.map((edge) => ({ ...edge, source: byKey.get(edge.from), target: byKey.get(edge.to) }));
        this.forces = new Forces([...byKey.values()], drawn, width, height);
        this.forces.settle();

        this.lines = drawn.map((edge) => svg('line', { class: `edge ${edge.type}` }, svg('title', {}, this.#words(edge))));
        this.dots = [...byKey.values()].map((node) => this.#node(node, drawn));
        this.#canvas.replaceChildren(svg('g', {}, ...this.lines), svg('g', {}, ...this.dots));
        this.#place();
        this.#tell([...byKey.values()], drawn);
    }

    #node(node, edges) {
        const degree = edges.filter((edge) => edge.source === node || edge.target === node).length;
        const radius = 8 + Math.min(2 * Math.sqrt(degree), 10);
        const me = this.app.people.isMe(node.id);
        const shape = node.label === 'Group'
            ? svg('rect', { x: -radius, y: -radius, width: 2 * radius, height: 2 * radius, rx: 5 })
            : svg('circle', { r: radius });
        const dot = svg('g', { class: `node ${node.label}${me ? ' me' : ''}`, 'data-id': node.id }, shape,
            svg('text', { y: radius + 15 }, me ? `${node.name} (you)` : node.name), svg('title', {}, node.name));
        dot.addEventListener('pointerenter', () => this.#highlight(node));
        dot.addEventListener('pointerleave', () => this.#highlight(null));
        dot.addEventListener('pointerdown', (event) => this.#drag(event, node, dot));
        return dot;
    }

    /** Whoever is pulled takes the others along. */
    #drag(event, node, dot) {
        event.preventDefault();
        dot.setPointerCapture(event.pointerId);
        node.pinned = true;
        dot.onpointermove = (move) => {
            const point = new DOMPoint(move.clientX, move.clientY).matrixTransform(this.#canvas.getScreenCTM().inverse());
            Object.assign(node, { x: point.x, y: point.y });
            this.forces.temperature = 8;
            this.forces.step();
            this.#place();
        };
        dot.onlostpointercapture = () => {
            node.pinned = false;
            dot.onpointermove = null;
        };
    }

    #place() {
        this.forces.edges.forEach(({ source, target }, i) => {
            const ends = { x1: source.x, y1: source.y, x2: target.x, y2: target.y };
            Object.entries(ends).forEach(([name, value]) => this.lines[i].setAttribute(name, value.toFixed(1)));
        });
        this.forces.nodes.forEach((node, i) => {
            this.dots[i].setAttribute('transform', `translate(${node.x.toFixed(1)} ${node.y.toFixed(1)})`);
        });
    }

    #highlight(node) {
        const near = new Set([node]);
        this.forces.edges.forEach((edge, i) => {
            const touches = edge.source === node || edge.target === node;
            this.lines[i].classList.toggle('dim', node !== null && !touches);
            if (touches) {
                near.add(edge.source).add(edge.target);
            }
        });
        this.forces.nodes.forEach((other, i) => this.dots[i].classList.toggle('dim', node !== null && !near.has(other)));
    }

    #words({ source, target, type }) {
        return `${source.name} ${KINDS[type]?.says ?? type} ${target.name}`;
    }

    /** For those who do not see the drawing, and for those who want to find a name in it. */
    #tell(nodes, edges) {
        const people = nodes.filter((node) => node.label === 'User').length;
        const kinds = Object.keys(KINDS).filter((kind) => edges.some((edge) => edge.type === kind));
        this.#canvas.setAttribute('aria-label',
            `${people} people, ${nodes.length - people} trips and ${edges.length} relations; listed below the drawing`);
        byId('graph-size').textContent = nodes.length > 0
            ? `${people} people, ${nodes.length - people} trips, ${edges.length} relations`
            : 'Nobody to draw yet: make a friend or join a trip.';
        byId('legend').replaceChildren(...kinds.map((kind) =>
            el('li', {}, svg('svg', { viewBox: '0 0 36 8', 'aria-hidden': 'true' }, svg('line', { class: `edge ${kind}`, x2: 36, y1: 4, y2: 4 })),
                KINDS[kind].legend)));
        byId('relations').replaceChildren(...edges.map((edge) => el('li', {}, this.#words(edge))));
    }
}
