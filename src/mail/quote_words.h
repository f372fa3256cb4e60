// SPDX-License-Identifier: Apache-2.0
// The words by which quote_marks.cpp knows an introduction, language by language. Only that file includes this one.
#pragma once

#include <array>
#include <string_view>

#include "mail/quote_marks.h"

namespace lotse::mail {

// "Original message", without the lines drawn around it.
inline constexpr std::array<std::string_view, 29> kOriginal{"original message",
                                                            "original email",
                                                            "original mail",
                                                            "reply message",
                                                            "ursprüngliche nachricht",
                                                            "originalnachricht",
                                                            "original-nachricht",
                                                            "ursprüngliche e-mail",
                                                            "oryginalna wiadomość",
                                                            "wiadomość oryginalna",
                                                            "treść oryginalnej wiadomości",
                                                            "message original",
                                                            "message d'origine",
                                                            "message d’origine",
                                                            "mensaje original",
                                                            "messaggio originale",
                                                            "mensagem original",
                                                            "oorspronkelijk bericht",
                                                            "origineel bericht",
                                                            "opprinnelig melding",
                                                            "oprindelig meddelelse",
                                                            "ursprungligt meddelande",
                                                            "originalmeddelande",
                                                            "alkuperäinen viesti",
                                                            "původní zpráva",
                                                            "původní e-mail",
                                                            "исходное сообщение",
                                                            "исходное письмо",
                                                            "eredeti üzenet"};

// "Forwarded message".
inline constexpr std::array<std::string_view, 28> kForwarded{"forwarded message",
                                                             "forwarded email",
                                                             "begin forwarded message",
                                                             "start of forwarded message",
                                                             "weitergeleitete nachricht",
                                                             "anfang der weitergeleiteten nachricht",
                                                             "anfang der weitergeleiteten e-mail",
                                                             "weitergeleitete e-mail",
                                                             "przekazana wiadomość",
                                                             "wiadomość przekazana dalej",
                                                             "początek przekazywanej wiadomości",
                                                             "początek przekazanej wiadomości",
                                                             "message transféré",
                                                             "début du message transféré",
                                                             "début du message réexpédié",
                                                             "mensaje reenviado",
                                                             "inicio del mensaje reenviado",
                                                             "messaggio inoltrato",
                                                             "inizio messaggio inoltrato",
                                                             "mensagem encaminhada",
                                                             "início da mensagem encaminhada",
                                                             "doorgestuurd bericht",
                                                             "begin doorgestuurd bericht",
                                                             "videresendt melding",
                                                             "videresendt besked",
                                                             "vidarebefordrat meddelande",
                                                             "пересланное сообщение",
                                                             "пересылаемое сообщение"};

// Field names of header blocks, lower case.
struct FieldName {
    std::string_view name;
    BlockField field;
};

inline constexpr std::array<FieldName, 68> kFields{{
    {"from", BlockField::from},
    {"von", BlockField::from},
    {"od", BlockField::from},
    {"de", BlockField::from},
    {"da", BlockField::from},
    {"van", BlockField::from},
    {"från", BlockField::from},
    {"fra", BlockField::from},
    {"от", BlockField::from},
    {"от кого", BlockField::from},
    {"lähettäjä", BlockField::from},
    {"nadawca", BlockField::from},
    {"absender", BlockField::from},
    {"expéditeur", BlockField::from},
    {"remitente", BlockField::from},
    {"mittente", BlockField::from},
    {"feladó", BlockField::from},
    {"sent", BlockField::sent},
    {"date", BlockField::sent},
    {"gesendet", BlockField::sent},
    {"datum", BlockField::sent},
    {"wysłano", BlockField::sent},
    {"wysłane", BlockField::sent},
    {"data", BlockField::sent},
    {"envoyé", BlockField::sent},
    {"enviado", BlockField::sent},
    {"enviado el", BlockField::sent},
    {"fecha", BlockField::sent},
    {"inviato", BlockField::sent},
    {"verzonden", BlockField::sent},
    {"skickat", BlockField::sent},
    {"sendt", BlockField::sent},
    {"dato", BlockField::sent},
    {"отправлено", BlockField::sent},
    {"дата", BlockField::sent},
    {"lähetetty", BlockField::sent},
    {"odesláno", BlockField::sent},
    {"sent at", BlockField::sent},
    {"to", BlockField::to},
    {"an", BlockField::to},
    {"do", BlockField::to},
    {"à", BlockField::to},
    {"para", BlockField::to},
    {"aan", BlockField::to},
    {"till", BlockField::to},
    {"til", BlockField::to},
    {"кому", BlockField::to},
    {"komu", BlockField::to},
    {"vastaanottaja", BlockField::to},
    {"empfänger", BlockField::to},
    {"cc", BlockField::cc},
    {"kopie", BlockField::cc},
    {"dw", BlockField::cc},
    {"kopia", BlockField::cc},
    {"копия", BlockField::cc},
    {"subject", BlockField::subject},
    {"betreff", BlockField::subject},
    {"temat", BlockField::subject},
    {"objet", BlockField::subject},
    {"asunto", BlockField::subject},
    {"oggetto", BlockField::subject},
    {"assunto", BlockField::subject},
    {"onderwerp", BlockField::subject},
    {"ämne", BlockField::subject},
    {"emne", BlockField::subject},
    {"тема", BlockField::subject},
    {"aihe", BlockField::subject},
    {"předmět", BlockField::subject},
}};

// "wrote", as it stands in introductions.
inline constexpr std::array<std::string_view, 39> kWrote{
    "wrote",   "writes",   "schrieb",        "schrieben",  "napisał(a)", "napisał",   "napisała",  "napisał/a",
    "pisze",   "napisali", "napisana przez", "a écrit",    "écrit",      "escribió",  "escribio",  "ha scritto",
    "scrive",  "escreveu", "schreef",        "geschreven", "skrev",      "kirjoitti", "napsal(a)", "napsal",
    "napsala", "написал",  "написал(а)",     "написала",   "пишет",      "пише",      "írta",      "a scris",
    "yazdı",   "έγραψε",   "написав",        "写道",       "寫道",       "작성",      "書きました"};

// What a line begins with that starts such a sentence; the date follows.
inline constexpr std::array<std::string_view, 27> kOn{
    "on ",        "at ", "am ", "le ", "op ",  "w dniu", "dnia ", "den ",  "el ", "il ", "em ", "v ", "dne ", "в ",
    "in article", "po ", "wt ", "śr ", "czw ", "pt ",    "sob ",  "niedz", "pon", "mo",  "di",  "a ", "---"};

}  // namespace lotse::mail
