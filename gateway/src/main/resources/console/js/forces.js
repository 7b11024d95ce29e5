/**
 * Where the nodes of a drawing go: all repel each other, edges pull, everything is drawn to the middle a little. Fruchterman and
 * Reingold's idea with a falling temperature; for a hundred nodes the simple quadratic loop is fast enough.
 *
 * The beginning is a sunflower's spiral and not chance: the same graph gives the same picture.
 */
const GOLDEN = Math.PI * (3 - Math.sqrt(5));
const NAME_HEIGHT = 44; // with the dot above it

export class Forces {
    /**
     * @param nodes have `half` the width of their name and get `x` and `y`; what is `pinned` stays where it is
     * @param edges with `source` and `target`, two of the nodes
     */
    constructor(nodes, edges, width, height) {
        Object.assign(this, { nodes, edges, width, height });
        this.distance = 0.64 * Math.sqrt((width * height) / Math.max(nodes.length, 4));
        this.temperature = Math.min(width, height) / 6;
        nodes.forEach((node, i) => {
            const radius = Math.sqrt((i + 0.5) / nodes.length) * Math.min(width, height) * 0.42;
            node.x = width / 2 + radius * Math.cos(i * GOLDEN);
            node.y = height / 2 + radius * Math.sin(i * GOLDEN);
        });
    }

    settle(rounds = 350) {
        for (let i = 0; i < rounds; i++) {
            this.step();
            this.temperature *= 0.985;
        }
    }

    step() {
        const { nodes, edges, distance } = this;
        nodes.forEach((node) => Object.assign(node, { dx: 0, dy: 0 }));
        for (let i = 0; i < nodes.length; i++) {
            for (let j = i + 1; j < nodes.length; j++) {
                this.#push(nodes[i], nodes[j], (d) => (distance * distance) / d);
                this.#partNames(nodes[i], nodes[j]);
            }
        }
        edges.forEach(({ source, target }) => this.#push(source, target, (d) => (-d * d) / distance));
        nodes.forEach((node) => this.#move(node));
    }

    /** Apart by so much as `force` says of the distance; negative is together. Names are wide: what is beside counts as nearer. */
    #push(a, b, force) {
        const x = a.x - b.x || 0.01;
        const y = a.y - b.y || 0.01;
        const f = force(Math.max(Math.hypot(x * 0.65, y), 1)) / Math.hypot(x, y);
        a.dx += x * f;
        a.dy += y * f;
        b.dx -= x * f;
        b.dy -= y * f;
    }

    /** Names stand below their dots: two at the same height must not run into each other. */
    #partNames(a, b) {
        const y = a.y - b.y || 0.01;
        const overlap = NAME_HEIGHT - Math.abs(y);
        if (overlap > 0 && Math.abs(a.x - b.x) < a.half + b.half) {
            a.dy += Math.sign(y) * overlap * 4;
            b.dy -= Math.sign(y) * overlap * 4;
        }
    }

    #move(node) {
        if (node.pinned) {
            return;
        }
        const pull = 0.2 / (this.width + this.height); // less along the longer side
        const dx = node.dx + (this.width / 2 - node.x) * pull * this.height;
        const dy = node.dy + (this.height / 2 - node.y) * pull * this.width;
        const far = Math.hypot(dx, dy) || 1;
        const step = Math.min(far, this.temperature) / far;
        node.x = clamp(node.x + dx * step, node.half, this.width - node.half);
        node.y = clamp(node.y + dy * step, 25, this.height - 45);
    }
}

function clamp(value, least, most) {
    return Math.min(Math.max(value, least), most);
}
