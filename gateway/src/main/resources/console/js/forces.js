/**
 * Where the nodes of a drawing go: all repel each other, edges pull, everything is drawn to the middle a little. Fruchterman and
 * Reingold's idea with a falling temperature; for a hundred nodes the simple quadratic loop is fast enough.
 *
 * The beginning is a sunflower's spiral and not chance: the same graph gives the same picture.
 */
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

export class Forces {
    /**
     * @param nodes get `x` and `y`; what has `pinned` stays where it is
     * @param edges with `source` and `target`, two of the nodes
     */
    constructor(nodes, edges, width, height) {
        Object.assign(this, { nodes, edges, width, height });
        this.distance = 0.72 * Math.sqrt((width * height) / Math.max(nodes.length, 4));
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
            }
        }
        edges.forEach(({ source, target }) => this.#push(source, target, (d) => (-d * d) / distance));
        nodes.forEach((node) => this.#move(node));
    }

    /** Apart by so much as `force` says of the distance; negative is together. Names are wide: across counts for less than down. */
    #push(a, b, force) {
        const x = (a.x - b.x) * 0.8 || 0.01;
        const y = a.y - b.y || 0.01;
        const d = Math.max(Math.hypot(x, y), 1);
        const f = force(d) / d;
        a.dx += x * f;
        a.dy += y * f;
        b.dx -= x * f;
        b.dy -= y * f;
    }

    #move(node) {
        if (node.pinned) {
            return;
        }
        const dx = node.dx + (this.width / 2 - node.x) * 0.12;
        const dy = node.dy + (this.height / 2 - node.y) * 0.2;
        const far = Math.hypot(dx, dy) || 1;
        const step = Math.min(far, this.temperature) / far;
        node.x = clamp(node.x + dx * step, 70, this.width - 70);
        node.y = clamp(node.y + dy * step, 30, this.height - 40);
    }
}

function clamp(value, least, most) {
    return Math.min(Math.max(value, least), most);
}
