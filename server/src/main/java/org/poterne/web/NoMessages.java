package org.poterne.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.NoSuchMessageException;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.stereotype.Component;

/**
 * Spring's words, of which this house shows none: its own are {@code org.poterne.words}. Spring would otherwise make itself a
 * source that asks this machine for all languages there are, a twentieth of a start, and then says nothing.
 */
@Component(AbstractApplicationContext.MESSAGE_SOURCE_BEAN_NAME)
final class NoMessages implements MessageSource {

    @Override
    public @Nullable String getMessage(
            String code, Object @Nullable [] arguments, @Nullable String otherwise, @Nullable Locale language) {
        return otherwise;
    }

    @Override
    public String getMessage(String code, Object @Nullable [] arguments, @Nullable Locale language) {
        throw new NoSuchMessageException(code);
    }

    @Override
    public String getMessage(MessageSourceResolvable wanted, @Nullable Locale language) {
        var otherwise = wanted.getDefaultMessage();
        if (otherwise == null) {
            throw new NoSuchMessageException(String.valueOf(wanted));
        }
        return otherwise;
    }
}
