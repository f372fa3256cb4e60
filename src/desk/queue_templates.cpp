// SPDX-License-Identifier: Apache-2.0
#include "desk/queue_templates.h"

namespace lotse::desk {
namespace {

std::vector<QueueTemplate> in_english() {
    return {
        {"it",
         "IT of a firm",
         {"Service desk", "Workplace and devices", "Network and servers", "Accounts and access", "Applications"}},
        {"service", "Customer service", {"First contact", "Orders and delivery", "Invoices and payment", "Complaints"}},
        {"msp", "IT service provider", {"Dispatch", "Remote support", "On site", "Projects and changes", "Alarms"}}};
}

std::vector<QueueTemplate> in_german() {
    return {
        {"it",
         "IT eines Betriebs",
         {"Servicedesk", "Arbeitsplatz und Geräte", "Netz und Server", "Konten und Zugänge", "Anwendungen"}},
        {"service",
         "Kundenservice",
         {"Erstkontakt", "Bestellung und Lieferung", "Rechnung und Zahlung", "Reklamationen"}},
        {"msp", "IT-Dienstleister", {"Disposition", "Fernwartung", "Vor Ort", "Projekte und Änderungen", "Alarme"}}};
}

std::vector<QueueTemplate> in_polish() {
    return {
        {"it",
         "Dział IT firmy",
         {"Service desk", "Stanowiska i sprzęt", "Sieć i serwery", "Konta i dostęp", "Aplikacje"}},
        {"service",
         "Obsługa klienta",
         {"Pierwszy kontakt", "Zamówienia i dostawa", "Faktury i płatności", "Reklamacje"}},
        {"msp", "Dostawca usług IT", {"Dyspozytornia", "Pomoc zdalna", "U klienta", "Projekty i zmiany", "Alarmy"}}};
}

}  // namespace

std::vector<QueueTemplate> queue_templates(std::string_view language) {
    if (language == "de") return in_german();
    if (language == "pl") return in_polish();
    return in_english();
}

}  // namespace lotse::desk
