package io.rollbook.provisioning.store;

import io.rollbook.provisioning.aggregate.CommandRefused;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Lets no command be answered, nor refused, by a state that is not the present one. */
final class RequireCurrent implements MessageHandlerInterceptor<CommandMessage<?>> {

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain)
            throws Exception {
        Object answer;
        try {
            answer = chain.proceed();
        } catch (CommandRefused refusal) {
            FromMemory.requireCurrent(work, true);
            throw refusal;
        }
        FromMemory.requireCurrent(work, false);
        return answer;
    }
}
