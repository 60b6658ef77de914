document.getElementById('place').textContent = settings.place;
document.getElementById('next').textContent = settings.next;
document.getElementById('save').addEventListener('click', save);
restoreDecisions();
document.getElementById('how').open = !byField.value;
makeGrid();
showKeys();
choose();
if (!isSaved) say('पिछली बार के अनसहेजे निर्णय वापस लाए गए।', 'Decisions that were not saved last time are back.');
