package io.rollbook.audit.notification.delivery;

import io.rollbook.audit.notification.Notice;

import jakarta.mail.MessagingException;

import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** E-mail, one to each address: who else is told is nobody's business. */
public final class MailChannel implements Channel {

    private final JavaMailSender sender;
    private final String from;

    public MailChannel(JavaMailSender sender, String from) {
        this.sender = sender;
        this.from = from;
    }

    @Override
    public Result send(String target, Notice notice, String body) {
        try {
            var message = sender.createMimeMessage();
            var helper = new MimeMessageHelper(message, false, "UTF-8");
            helper.setFrom(from);
            helper.setTo(target);
            helper.setSubject(notice.title());
            helper.setText(notice.title() + "\n\n" + notice.text() + "\n\n" + foot(notice));
            // A mailbox that gets a repetition can know it.
            message.setHeader("Message-ID", "<" + notice.id() + "@rollbook>");
            message.setHeader("Auto-Submitted", "auto-generated");
            sender.send(message);
            return new Result.Delivered();
        } catch (MailException | MessagingException e) {
            // The message of the exception may have the address.
            return new Result.Failed(e.getClass().getSimpleName());
        }
    }

    private static String foot(Notice notice) {
        return "--\nRollbook, tenant %s, connection %s, %s\nGET /servicePrincipals/%s/synchronization/jobs\n"
                .formatted(
                        notice.tenantId(),
                        notice.connectionId(),
                        notice.occurredAt(),
                        notice.connectionId());
    }
}
