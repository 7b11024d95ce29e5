/** Lists: keyset pages whose cursors are opaque, signed and bound to their list. OFFSET is never used. */
package org.summertrip.kit.page;
