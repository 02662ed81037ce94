package org.harmattan.door;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a route (or a controller, for all its routes): everybody may call it, from anywhere, also to write. For links that
 * carry their own proof, such as confirmation and unsubscription, and for an open subscription. A key that is sent is
 * still checked.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface NoKeyNeeded {}
