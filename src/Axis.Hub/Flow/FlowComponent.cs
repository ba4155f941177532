using Axis.Contracts.Sealing;
using Axis.Contracts.Wire;
using Axis.Hub.Flow.Acknowledge;
using Axis.Hub.Flow.Change;
using Axis.Hub.Flow.Deliver;
using Axis.Hub.Flow.Submit;
using Axis.Hub.Flow.Submit.Content;
using Axis.Hub.Flow.Verify;
using Axis.Hub.Platform.Bus;
using Axis.Hub.Platform.Security;
using Axis.Hub.Platform.Work;

namespace Axis.Hub.Flow;

/// <summary>Registers the life of a package: stages, pumps and what they share.</summary>
internal static class FlowComponent
{
    public static IServiceCollection AddFlow(this IServiceCollection services, HubOptions options)
    {
        services.AddSingleton(provider => new Sealer(
            provider.GetRequiredService<HubCertificates>().Seal, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new SealVerifier(
            provider.GetRequiredService<ICertificateSource>(), provider.GetRequiredService<HubCertificates>().Anchors,
            provider.GetRequiredService<TimeProvider>(),
            new SealVerifierOptions { TimeStampAuthorities = provider.GetRequiredService<HubCertificates>().TimeStampAuthorities }));

        services.AddSingleton<IContentVerdicts, KeptVerdicts>();
        services.AddSingleton<IContentRights, LedgerContentRights>();
        services.AddSingleton<VerifySubmission>();
        services.AddSingleton<OpenAcknowledgement>();
        services.AddSingleton<IBatchHandler<SubmitMessage>, SubmitConsumer>();
        services.AddSingleton<IBatchHandler<SealedMessage>, AcknowledgeConsumer>();
        services.AddSingleton<IBatchHandler<HeartbeatMessage>, HeartbeatConsumer>();
        services.AddSingleton<IDeadLetterHandler, RecordDeadLetter>();
        services.AddSingleton<ResendSubmission>();
        services.AddSingleton<CheckPackage>();

        services.AddSingleton<PumpStates>();
        services.AddSingleton<ClockTrust>();
        services.AddSingleton<AdapterPauses>();
        services.AddSingleton<Backlogs>();
        services.AddSingleton<SpoolIds>();
        services.AddSingleton<LoadPublications>();
        services.AddRunning<PublishDeliveries>();
        services.AddRunning<DispatchBacklog>();
        services.AddRunning<SendReceipts>();
        services.AddRunning<SendStates>();
        services.AddRunning<SendQueries>();
        services.AddSingleton<SendOrder>();
        services.AddRunning<SendCancels>();
        services.AddRunning<SendMarks>();
        services.AddRunning<MarkOverdue>();
        services.AddHostedService<SweepContent>();
        return services;
    }
}
