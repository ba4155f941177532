using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Axis.Contracts.Wire;
using Axis.Simulator.Nation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Axis.TestKit;

/// <summary>An agency's system that is told of alerts: a real HTTP server, which verifies each call as the README tells its vendor to.</summary>
internal sealed class AgencyServer : IAsyncDisposable
{
    /// <summary>What both sides know.</summary>
    public const string Secret = "00112233445566778899aabbccddeeff";

    private WebApplication? app;

    /// <summary>Calls whose signature holds, with what was answered.</summary>
    public ConcurrentQueue<AgencyCall> Calls { get; } = [];

    /// <summary>Alerts that were answered with 2xx, in order.</summary>
    public IEnumerable<AgencyCall> Taken => Calls.Where(call => call.Answer is >= 200 and < 300);

    /// <summary>Calls that nobody who knows the secret has made, or not now.</summary>
    public int Forged { get; private set; }

    /// <summary>Calls to where a redirect leads.</summary>
    public int Followed { get; private set; }

    /// <summary>What it answers; 3xx leads to another path.</summary>
    public Func<Alert, int> Answer { get; set; } = _ => StatusCodes.Status204NoContent;

    /// <summary>It takes calls and answers none.</summary>
    public bool Hangs { get; set; }

    /// <summary>Its port of 127.0.0.1, which it keeps.</summary>
    public int Port { get; } = LoopbackPorts.Take();

    /// <summary>Where the system of an agency is told.</summary>
    public Uri AddressOf(string agency) => new($"http://127.0.0.1:{Port}/{agency}");

    public static async Task<AgencyServer> StartAsync()
    {
        var server = new AgencyServer();
        await server.StartAgainAsync();
        return server;
    }

    /// <summary>Starts, or starts again at the same address.</summary>
    public async Task StartAgainAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{Port}");
        app = builder.Build();
        app.MapPost("/{agency}", TakeAsync);
        app.Map("/else/where", () => Followed++);
        await app.StartAsync(TestContext.Current.CancellationToken);
    }

    public async Task StopAsync()
    {
        if (app is { } running)
        {
            app = null;
            await running.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private async Task<IResult> TakeAsync(string agency, HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        var time = request.Headers["X-Axis-Timestamp"].ToString();
        var expected = "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(
            Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(time + "." + Encoding.UTF8.GetString(body.ToArray()))));
        if (request.Headers["X-Axis-Signature"] != expected || request.Headers["X-Axis-Event"] != "alert" || request.ContentType != "application/json; charset=utf-8"
            || !long.TryParse(time, CultureInfo.InvariantCulture, out var seconds) || seconds <= 0)
        {
            Forged++;
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        }

        var alert = WireJson.Read<Alert>(body.ToArray());
        if (Hangs)
        {
            Calls.Enqueue(new(agency, request.Headers["X-Axis-Delivery"].ToString(), alert, 0));
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, request.HttpContext.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        var answer = Answer(alert);
        Calls.Enqueue(new(agency, request.Headers["X-Axis-Delivery"].ToString(), alert, answer));
        if (answer is >= 300 and < 400)
        {
            request.HttpContext.Response.Headers.Location = "/else/where";
        }

        return Results.StatusCode(answer);
    }
}

/// <summary>A call to an agency's system.</summary>
/// <param name="Agency">Whose.</param>
/// <param name="Delivery">What names the alert and its version.</param>
/// <param name="Alert">The alert.</param>
/// <param name="Answer">Status of the answer; 0: none.</param>
internal sealed record AgencyCall(string Agency, string Delivery, Alert Alert, int Answer);
