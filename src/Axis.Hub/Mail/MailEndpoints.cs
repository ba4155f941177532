using Axis.Hub.Agencies.Contacts;
using Axis.Hub.Console;

namespace Axis.Hub.Mail;

/// <summary><c>/api/mail</c>: the latest messages, with masked addresses; <c>?failed=true</c>: those that could not be sent.</summary>
internal static class MailEndpoints
{
    private const int Most = 200;

    public static void Map(IEndpointRouteBuilder console) =>
        console.MapGet("/api/mail", async (bool? failed, MailDesk desk, CancellationToken cancellation) => Results.Json(
            (await desk.ListAsync(failed ?? false, Most, cancellation)).Select(mail => mail with { Address = ContactAddress.Mask(mail.Address) }), ConsoleComponent.Json));
}
