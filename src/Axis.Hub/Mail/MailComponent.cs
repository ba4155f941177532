using Axis.Hub.Mail.Daily;
using Axis.Hub.Mail.Digest;
using Axis.Hub.Mail.Send;
using Axis.Hub.Platform.Work;

namespace Axis.Hub.Mail;

/// <summary>Registers e-mail.</summary>
internal static class MailComponent
{
    /// <summary>What commands and the console rest on.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services) => services.AddSingleton<MailDesk>();

    /// <summary>What only a running hub does, and only one that has a mail server.</summary>
    public static IServiceCollection AddMailing(this IServiceCollection services, HubOptions options)
    {
        services.AddSingleton<MailBacklog>();
        services.AddSingleton<StatementMail>();
        services.AddRunning<ForgetMail>();
        if (!options.Mail.IsOn)
        {
            return services;
        }

        services.AddHealthChecks().AddCheck<MailBacklog>("mail");
        services.AddRunning<SendMail>();
        services.AddRunning<WriteDigests>();
        services.AddRunning<WriteStatements>();
        return services;
    }
}
