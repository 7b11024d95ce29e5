/** The friendship graph, drawn: people, trips, and what is between them. Below it the same in words. */
import { get } from './api.js';
import { byId, el, showProblem, svg } from './dom.js';
import { Forces } from './forces.js';

const KINDS = {
    FRIEND: { legend: 'friends with', says: 'is a friend of' },
    MEMBER_OF: { legend: 'on the trip', says: 'is on the trip' },
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

    /** One unit is one pixel: names are as large on a telephone as on a wall. */
    #draw({ nodes, edges }) {
        const named = nodes.map((node) => ({ ...node, name: node.name ?? 'Not known yet' }));
        const byKey = new Map(named.map((node) => [node.id, { ...node, half: 10 + 4 * node.name.length }]));
        const drawn = edges.map((edge) => ({ ...edge, source: byKey.get(edge.from), target: byKey.get(edge.to) }));
        this.#tell([...byKey.values()], drawn);
        const { width, height } = this.#canvas.getBoundingClientRect();
        this.#canvas.setAttribute('viewBox', `0 0 ${width} ${height}`);
        this.forces = new Forces([...byKey.values()], drawn, width, height);
        this.forces.settle();

        this.lines = drawn.map((edge) => svg('line', { class: `edge ${edge.type}` }, svg('title', {}, this.#words(edge))));
        this.dots = this.forces.nodes.map((node) => this.#dot(node, drawn));
        this.names = this.forces.nodes.map((node) => this.#name(node));
        this.#canvas.replaceChildren(...[this.lines, this.dots, this.names].map((layer) => svg('g', {}, ...layer)));
        this.#place();
    }

    #dot(node, edges) {
        const degree = edges.filter((edge) => edge.source === node || edge.target === node).length;
        const radius = 9 + Math.min(1.8 * Math.sqrt(degree), 10);
        const shape = node.label === 'Group'
            ? svg('rect', { x: -radius, y: -radius, width: 2 * radius, height: 2 * radius, rx: 6 })
            : svg('circle', { r: radius });
        const me = this.app.people.isMe(node.id) ? ' me' : '';
        const dot = svg('g', { class: `node ${node.label}${me}`, 'data-id': node.id }, shape, svg('title', {}, node.name));
        node.below = radius + 14;
        dot.addEventListener('pointerenter', () => this.#highlight(node));
        dot.addEventListener('pointerleave', () => this.#highlight(null));
        dot.addEventListener('pointerdown', (event) => this.#drag(event, node, dot));
        return dot;
    }

    /** Above all dots and lines, which would cover it otherwise. */
    #name(node) {
        return svg('text', { class: 'node-name', y: node.below }, this.app.people.isMe(node.id) ? `${node.name} (you)` : node.name);
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
            const at = `translate(${node.x.toFixed(1)} ${node.y.toFixed(1)})`;
            this.dots[i].setAttribute('transform', at);
            this.names[i].setAttribute('transform', at);
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
        this.forces.nodes.forEach((other, i) =>
            [this.dots[i], this.names[i]].forEach((part) => part.classList.toggle('dim', node !== null && !near.has(other))));
    }

    #words({ source, target, type }) {
        return `${source.name} ${KINDS[type]?.says ?? type} ${target.name}`;
    }

    /** For those who do not see the drawing, and for those who want to find a name in it. */
    #tell(nodes, edges) {
        const people = nodes.filter((node) => node.label === 'User').length;
        const kinds = Object.keys(KINDS).filter((kind) => edges.some((edge) => edge.type === kind));
        const size = [[people, 'people', 'person'], [nodes.length - people, 'trips', 'trip'], [edges.length, 'relations', 'relation']]
            .map(([count, many, one]) => `${count} ${count === 1 ? one : many}`).join(', ');
        this.#canvas.setAttribute('aria-label', `${size}; listed below the drawing`);
        byId('graph-size').textContent = nodes.length > 0 ? size : 'Nobody to draw yet: make a friend or join a trip.';
        const sample = (...shapes) => svg('svg', { viewBox: '0 0 36 16', 'aria-hidden': 'true' }, ...shapes);
        const shape = (label, drawn) => sample(svg('g', { class: `node ${label}` }, drawn));
        byId('legend').replaceChildren(
            el('li', {}, shape('User me', svg('circle', { cx: 18, cy: 8, r: 7 })), 'you'),
            el('li', {}, shape('User', svg('circle', { cx: 18, cy: 8, r: 7 })), 'people'),
            el('li', {}, shape('Group', svg('rect', { x: 11, y: 1, width: 14, height: 14, rx: 4 })), 'trips'),
            ...kinds.map((kind) => el('li', {}, sample(svg('line', { class: `edge ${kind}`, x2: 36, y1: 8, y2: 8 })), KINDS[kind].legend)));
        byId('relations').replaceChildren(...edges.map((edge) => el('li', {}, this.#words(edge))));
    }
}
