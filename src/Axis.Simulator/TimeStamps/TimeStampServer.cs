using System.Net;
using System.Security.Cryptography.X509Certificates;
using Axis.Simulator.Nation;

namespace Axis.Simulator.TimeStamps;

/// <summary>
/// The nation's time-stamping authority: RFC 3161 over HTTP (3.4) on loopback. It can be stopped and started again under the same
/// address, as often as a journey wants.
/// </summary>
internal sealed class TimeStampServer(X509Certificate2 certificate, TimeProvider time) : IAsyncDisposable
{
    private const string Query = "application/timestamp-query";
    private const string Reply = "application/timestamp-reply";
    private const int LargestQuery = 16 * 1024;

    private readonly TimeStampResponder responder = new(certificate, time);
    private readonly int port = LoopbackPorts.Take();
    private WebApplication? running;
    private int answered;

    public string Address => $"http://127.0.0.1:{port}/";

    /// <summary>How many requests it has answered.</summary>
    public int Answered => answered;

    public async Task StartAsync(CancellationToken cancellation)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "axis-time-stamps" });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestQuery;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        running = builder.Build();
        running.Run(AnswerAsync);
        await running.StartAsync(cancellation);
    }

    public async Task StopAsync(CancellationToken cancellation)
    {
        if (running is { } server)
        {
            running = null;
            await server.StopAsync(cancellation);
            await server.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        certificate.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (context.Request.ContentType != Query || context.Request.Method != HttpMethods.Post)
        {
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return;
        }

        using var request = new MemoryStream();
        await context.Request.Body.CopyToAsync(request, context.RequestAborted);
        var answer = responder.Answer(request.ToArray());
        Interlocked.Increment(ref answered);
        context.Response.ContentType = Reply;
        context.Response.ContentLength = answer.Length;
        await context.Response.Body.WriteAsync(answer, context.RequestAborted);
    }
}
