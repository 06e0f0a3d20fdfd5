/** A mail in plain text to one address. */
export type Mail = { to: string; subject: string; text: string }

/** Takes mails on their way. Throws a Failure 'unavailable' for one that could not be handed over; it may be sent again. */
export type Mailer = { send(mail: Mail): Promise<void> }
