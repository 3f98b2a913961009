/**
 * Which requests are let in, whose they are, and the headers every answer carries.
 *
 * <p>{@link org.watchword.desk.access.HostCheck} closes the door to DNS rebinding: a web page elsewhere whose name is made to resolve
 * to this machine still sends its own name in {@code Host}. {@link org.watchword.desk.access.SecurityHeaders} keeps a page from
 * loading, running or sending anything of somebody else's. {@link org.watchword.desk.access.Gate} stands before every route.
 *
 * <p>To add a page that changes something:
 *
 * <ol>
 *   <li>register it by {@link org.watchword.desk.access.Routes}, naming the role it {@link org.watchword.desk.access.Needs}:
 *       {@code Routes.change(routes, Needs.REVIEWER, "/statements/{id}/decisions", this::decide)}
 *   <li>in its handler, {@code Visitor.account(ctx)} is who decides, with name and role; on loopback without accounts it is
 *       {@link org.watchword.desk.account.Account#LOCAL}
 *   <li>in the template, put {@code @template.guard(visitor = visitor)} into each {@code <form method="post">}; every template gets the
 *       {@link org.watchword.desk.access.Visitor} as {@code visitor}. A script sends the same value as header
 *       {@code X-Watchword-Form}
 * </ol>
 *
 * <p>Whatever the form lacks, the gate answers 403 with the reason before the handler runs. Answer a form with
 * {@code ctx.redirect(address, HttpStatus.SEE_OTHER)}, so that a reload does not send it again.
 */
@NullMarked
package org.watchword.desk.access;

import org.jspecify.annotations.NullMarked;
