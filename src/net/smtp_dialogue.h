// SPDX-License-Identifier: Apache-2.0
// The SMTP and LMTP dialogue without a socket: lines in, replies out. Knows the order of commands, their syntax and their
// limits; the session does the waiting. Not thread-safe; one per connection. Sources: RFC 5321, 2033, 1870 (SIZE), 2920
// (PIPELINING), 6152 (8BITMIME), 6531 (SMTPUTF8), 2034 (ENHANCEDSTATUSCODES), 3207 (STARTTLS).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "net/smtp.h"

namespace lotse::net {

// What the session must do after a command line.
enum class SmtpStep {
    reply,  // send `text`
    check_recipient,  // ask the handler about `argument`, then call recipient_checked()
    data,  // send `text` (354), then read the message
    start_tls,  // send `text` (220), then shake hands and call tls_started()
    quit,  // send `text` and close
};

struct SmtpAction {
    SmtpStep step = SmtpStep::reply;
    std::string text;  // with CRLF
    std::string argument;  // the recipient to check
};

class SmtpDialogue {
  public:
    SmtpDialogue(MailServerOptions const& options, std::string peer);

    std::string greeting() const;
    // One command without its CRLF. Bytes outside printable ASCII (or UTF-8 where SMTPUTF8 is on) are refused.
    SmtpAction command(std::string_view line);
    std::string recipient_checked(std::string const& recipient, Result<void> const& verdict);
    // After the handler has answered: the reply lines, one for SMTP, one per recipient for LMTP. Ends the transaction.
    std::string delivered(std::vector<Result<void>> const& results);
    std::string too_large();  // the message passed the limit; ends the transaction
    void tls_started();

    Envelope const& envelope() const { return envelope_; }
    // A peer that only errs is told 421 and sent away.
    bool is_hopeless() const { return errors_ >= options_.errors_per_connection; }
    std::string hopeless() const { return "421 4.7.0 Too many errors, good-bye.\r\n"; }

  private:
    SmtpAction hello(std::string_view verb, std::string_view argument);
    SmtpAction mail_from(std::string_view argument);
    SmtpAction rcpt_to(std::string_view argument);
    SmtpAction data(std::string_view argument);
    SmtpAction start_tls(std::string_view argument);
    SmtpAction error(std::string text);
    void reset();

    MailServerOptions const& options_;
    Envelope envelope_;
    bool is_greeted_ = false;
    bool has_sender_ = false;
    int errors_ = 0;
    int messages_ = 0;
};

// Undoes dot-stuffing and finds the end of DATA. Only CRLF "." CRLF ends a message: a lone LF or CR is content and never
// an end (no smuggling).
class DataReader {
  public:
    explicit DataReader(std::size_t limit) : limit_(limit) {}
    // Takes what has arrived; gives the number of bytes used. After is_done() the rest belongs to the next command.
    std::size_t feed(std::string_view bytes);
    bool is_done() const { return is_done_; }
    bool is_too_large() const { return is_too_large_; }  // the rest was read and thrown away
    std::string take() { return std::move(message_); }

  private:
    enum class At { line_start, line, after_cr, dot, dot_cr };
    void put(char c);
    std::size_t limit_;
    std::string message_;
    At at_ = At::line_start;
    bool is_done_ = false;
    bool is_too_large_ = false;
};

}  // namespace lotse::net
